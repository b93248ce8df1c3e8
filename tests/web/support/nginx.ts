/** nginx as web/docs/hosts/nginx.conf sets it up: that file, with this machine's port and folder in it. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const web = process.cwd(); // npm runs the tests in web/
const own = path.resolve(web, "../.tools/nginx/usr/sbin/nginx"); // where scripts/setup puts it
const program = process.env.FOOTING_NGINX ?? (existsSync(own) ? own : "/usr/sbin/nginx");
const recipe = path.join(web, "docs/hosts/nginx.conf");

export const kSubPath = "/press/footing/";

/** Puts a value where the recipe has its own; a recipe that has changed is noticed. */
function put(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`nginx.conf has no "${from}"`);
  return text.replaceAll(from, to);
}

export class Nginx {
  private process: ChildProcess | null = null;

  /** `folder` is for its own files, `dist` is served under kSubPath. */
  constructor(
    private readonly folder: string,
    private readonly dist: string,
    private readonly port: number,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}${kSubPath}`;
  }

  async start(): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    let site = readFileSync(recipe, "utf8");
    site = put(site, "listen 80;", `listen 127.0.0.1:${this.port};`);
    site = put(site, "alias /srv/footing/;", `alias "${this.dist}/";`);
    writeFileSync(path.join(this.folder, "site.conf"), site);
    const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${name};`);
    writeFileSync(
      path.join(this.folder, "nginx.conf"),
      `daemon off; pid pid; error_log stderr; worker_processes 1; events {}
       http { access_log off; ${kept.join(" ")} include site.conf; }`,
    );
    const child = spawn(program, ["-p", this.folder, "-c", path.join(this.folder, "nginx.conf")], { stdio: "pipe" });
    this.process = child;
    let said = "";
    child.stderr?.on("data", (text: Buffer) => (said += text.toString()));
    let ended = false;
    child.on("error", (reason) => ((ended = true), (said += reason.message)));
    child.on("exit", () => (ended = true));
    while (!(await this.answers())) {
      if (ended) throw new Error(`nginx (${program}) did not start: ${said}`);
    }
    if (/\[(warn|emerg)\]/.test(said)) throw new Error(`nginx complains: ${said}`);
  }

  async stop(): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child || child.exitCode !== null) return;
    await new Promise((resolve) => {
      child.on("exit", resolve);
      child.kill("SIGTERM");
    });
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}index.html`)).ok;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return false;
    }
  }
}
