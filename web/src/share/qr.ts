/** A QR code as one SVG path in modules; the caller scales it. */
import { encode } from "uqr";

export interface QrPath {
  size: number; // modules a side, the quiet zone included
  path: string;
}

export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: "M", border: 2 });
  let path = "";
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; ++x) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) ++x;
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  });
  return { size, path };
}
