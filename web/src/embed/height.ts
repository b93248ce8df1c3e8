/** Tells the embedding page how high this one is, in the forms that listeners in newsrooms' systems understand. There is
 * no one protocol; all are a few bytes. The numbers hold nothing about the reader, and no answer is needed. */

/** pym's child is told its name and its parent in its address. */
const pymName = (): string => {
  const child = new URLSearchParams(location.search).get("childId") ?? "";
  return /^[\w-]{1,64}$/.test(child) ? child : "footing";
};

let resizer: string | null = null; // the name that iframe-resizer 4 has for this frame, once it has told

export function messagesFor(height: number, width: number): unknown[] {
  const name = pymName();
  return [
    { footing: 1, type: "height", height },
    { "datawrapper-height": { [name]: height } },
    { sentinel: "amp", type: "embed-size", height },
    `pymxPYMx${name}xPYMxheightxPYMx${height}`,
    { type: "iframe-resized", width, height }, // open-iframe-resizer
    ...(resizer === null ? [] : [`[iFrameSizer]${resizer}:${height}:${width}:resize`]),
  ];
}

export function tellHost(message: unknown): void {
  if (window.parent !== window) window.parent.postMessage(message, "*");
}

export function announceHeight(): void {
  if (window.parent === window) return;
  let last = "";
  const announce = (): void => {
    const { height, width } = document.documentElement.getBoundingClientRect();
    const size = `${Math.ceil(height)} ${Math.ceil(width)} ${resizer}`;
    if (size === last) return;
    last = size;
    messagesFor(Math.ceil(height), Math.ceil(width)).forEach(tellHost);
  };
  new ResizeObserver(announce).observe(document.documentElement);
  window.addEventListener("load", announce);
  // iframe-resizer 4 speaks first, and only then listens.
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || typeof event.data !== "string") return;
    const name = /^\[iFrameSizer\]([\w.-]{1,64}):/.exec(event.data)?.[1];
    if (name === undefined) return;
    resizer = name;
    announce();
  });
}
