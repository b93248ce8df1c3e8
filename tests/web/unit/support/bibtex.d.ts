declare module "@orcid/bibtex-parse-js" {
  interface Entry {
    citationKey: string;
    entryType: string;
    entryTags: Record<string, string>;
  }
  const parser: { toJSON(text: string): Entry[] };
  export default parser;
}
