/** The article that the examples show. @type {{headline: string, paragraphs: string[]}} */
export const story = {
  headline: "Stadtrat verschiebt die Nachtfähre",
  paragraphs: [
    "Die Nachtfähre zur Insel fährt in diesem Winter nicht. Das hat der Stadtrat am Dienstag nach vier Stunden Debatte beschlossen.",
    "„Wir schicken niemanden bei Dunkelheit mit nur einer Maschine auf dieses Wasser“, sagte die Ratsvorsitzende Ingrid Halvorsen nach der Sitzung. Die Entscheidung gelte bis zum Frühjahr.",
    "Die Reederei bestreitet, dass sie den Rat zu spät gewarnt habe. „Unsere Berichte liegen der Stadt seit dem Sommer vor“, sagte der Geschäftsführer Peter Lindqvist.",
    "Auf der Insel leben rund neunhundert Menschen, von denen viele in der Stadt arbeiten. Sie müssen nun die letzte Fähre um 19 Uhr nehmen.",
  ],
};
