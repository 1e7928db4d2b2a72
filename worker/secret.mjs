/**
 * Whether a request bears a secret. Hashes are compared, in a time that tells nothing of
 * where two secrets differ, nor of their lengths.
 * @param {Request} request
 * @param {string | undefined} secret where there is none, nobody bears it
 */
export async function bears(request, secret) {
  const token = /^bearer (.*)$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  if (!secret || token === undefined) return false;
  const [x, y] = await Promise.all([token, secret].map((s) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(s))));
  const p = new Uint8Array(x), q = new Uint8Array(y);
  let different = 0;
  for (let i = 0; i < p.length; i++) different |= p[i] ^ q[i];
  return different === 0;
}
