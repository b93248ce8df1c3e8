/** A module as text that stands in a page: a character for each byte, so that what compresses the page on its way finds
 * the module as it is (base64 hides it: a quarter more to send). The commonest bytes are printable ASCII, the others
 * letters of Latin Extended; the text begins with the 256 characters in the order of their bytes. */

/** Printable ASCII that means nothing inside an element of a script, and that nobody trims. */
const kPlain = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => c !== "<");
const kFirstLetter = 0x100;

export function textOfModule(bytes: Uint8Array): string {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const common = [...counts.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const letters = new Array<string>(256);
  common.forEach((byte, i) => (letters[byte] = kPlain[i] ?? String.fromCharCode(kFirstLetter + byte)));
  return letters.join("") + Array.from(bytes, (byte) => letters[byte]).join("");
}

export function moduleOfText(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * kFirstLetter);
  for (let byte = 0; byte < 256; ++byte) bytes[text.charCodeAt(byte)] = byte;
  return Uint8Array.from({ length: text.length - 256 }, (_, i) => bytes[text.charCodeAt(i + 256)] ?? 0);
}
