/** A page of somebody else's, at another origin than what it frames, with the headers that its publisher sends. */
import http from "node:http";
import type { AddressInfo } from "node:net";

export class Newsroom {
  private body = "";
  private headers: Record<string, string> = {};
  private readonly server = http.createServer((_, response) => {
    response
      .writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...this.headers })
      .end(`<!doctype html><html lang="en"><title>News</title><body>${this.body}`);
  });

  open = (): Promise<void> => new Promise((done) => this.server.listen(0, "127.0.0.1", done));
  close = (): Promise<void> =>
    new Promise((done) => {
      this.server.close(() => done());
      this.server.closeAllConnections();
    });

  /** What the page is from now on; returns its address. */
  prints(body: string, headers: Record<string, string> = {}): string {
    this.body = body;
    this.headers = headers;
    return `http://localhost:${(this.server.address() as AddressInfo).port}/`;
  }
}
