// Reads paths of files from standard input, one a line; writes for each a line of JSON:
// {"path": ..., "errors": [...]}. Its argument says what they are: docx or pptx. One process for all files: starting the SDK takes longest.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import validate from "@ooxml-tools/validate";

const form = process.argv[2];
for await (const path of createInterface({ input: process.stdin })) {
  const found = await validate(await readFile(path), form, "Microsoft365");
  const errors = found.map(
    (error) => `${error.path?.partUri ?? ""}${error.path?.xpath ?? ""}: ${error.description}`,
  );
  process.stdout.write(`${JSON.stringify({ path, errors })}\n`);
}
process.exit(0);
