import { useState } from "react";
import { createRoot } from "react-dom/client";
import { KeyPoints } from "key-points-element/react";
import { story } from "../story.js";

KeyPoints.base = "/v1/";

function Article() {
  const [mode, setMode] = useState("");
  return (
    <article>
      <h1>{story.headline}</h1>
      <key-points mode="local" quotes={3} onkeypoints:ready={(e) => setMode(e.detail.mode)} />
      {story.paragraphs.map((text) => <p key={text}>{text}</p>)}
      <footer data-mode={mode} />
    </article>
  );
}

createRoot(document.getElementById("root")!).render(<Article />);
