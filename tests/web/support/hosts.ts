/** Systems that frame an embed: each with its own library or the listener that its documentation prints, and no word of
 * ours. */
import { readFileSync } from "node:fs";
import path from "node:path";

const library = (name: string): string => readFileSync(path.join("node_modules", name), "utf8");

/** Width of the host's column -> the page's body. `src` is the frame's address. */
export const hosts: Record<string, (src: string, width: number) => string> = {
  "Datawrapper's listener": (src, width) =>
    `<iframe id="datawrapper-chart-x" src="${src}" style="width:${width}px;height:300px;border:0"></iframe>
     <script>window.addEventListener("message",function(a){if(void 0!==a.data["datawrapper-height"]){var e=document.querySelectorAll("iframe");for(var t in a.data["datawrapper-height"])for(var r=0;r<e.length;r++)if(e[r].contentWindow===a.source)e[r].style.height=a.data["datawrapper-height"][t]+"px"}});</script>`,
  "pym.js": (src, width) =>
    `<div id="figure" style="width:${width}px"></div><script>${library("pym.js/dist/pym.v1.min.js")}</script>
     <script>new pym.Parent("figure","${src}",{})</script>`,
  AMP: (src, width) =>
    `<iframe src="${src}" style="width:${width}px;height:300px;border:0"></iframe>
     <script>addEventListener("message",function(e){var f=document.querySelector("iframe");if(e.source===f.contentWindow&&e.data.sentinel==="amp"&&e.data.type==="embed-size")f.style.height=e.data.height+"px"})</script>`,
  "iframe-resizer 4": (src, width) =>
    `<iframe src="${src}" style="width:${width}px;height:300px;border:0"></iframe>
     <script>${library("iframe-resizer/js/iframeResizer.min.js")}</script><script>iFrameResize({},"iframe")</script>`,
  "open-iframe-resizer": (src, width) =>
    `<iframe src="${src}" style="width:${width}px;height:300px;border:0"></iframe>
     <script>${library("@open-iframe-resizer/core/dist/index.umd.cjs")}</script>
     <script>(window.iframeResizer||window.openIframeResizer||Object.values(window).find((x)=>x&&x.initialize)).initialize({},"iframe")</script>`,
};
