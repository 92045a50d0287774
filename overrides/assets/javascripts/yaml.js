/* The part of YAML 1.2 that files of an event are written in: mappings, lists, and text in every
   way to write it. Every value stays text, as it stands there: what a date or a yes means, is for
   the reader of the event to say. JSON is YAML too. What lies beyond (anchors, tags, several
   documents) is refused with its line, rather than understood in part. */
(function (klantarena) {
  "use strict";

  var ESCAPES = {
    0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029"
  };
  var NOTHING = /^(~|null|Null|NULL)?$/;
  // Deeper than any event; a file that goes further would fill the stack.
  var DEEPEST = 20;

  /* The value of a text of YAML: objects, lists and text. Raises a Refusal with the line. */
  function read(text) {
    var source = {
      lines: text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n"),
      at: 0,
      depth: 0
    };
    if (/^---(\s|$)/.test(peek(source) || "")) {
      if (!/^---\s*(#.*)?$/.test(peek(source))) throw wrong(source);
      source.at += 1;
    }
    if (peek(source) === null) return {};
    var value = node(source, -1);
    if (peek(source) !== null && !/^\.\.\.\s*$/.test(peek(source))) throw wrong(source);
    return value;
  }

  function wrong(source) {
    return new klantarena.Refusal("unreadable_line", { line: Math.min(source.at, source.lines.length - 1) + 1 });
  }

  /* The next line that says something, or null at the end. */
  function peek(source) {
    while (source.at < source.lines.length && /^\s*(#|$)/.test(source.lines[source.at])) source.at += 1;
    return source.at < source.lines.length ? source.lines[source.at] : null;
  }

  function indentOf(source, line) {
    var spaces = /^ */.exec(line)[0].length;
    if (line[spaces] === "\t") throw wrong(source);
    return spaces;
  }

  /* Whatever stands on the next lines, further in than `parent`. */
  function node(source, parent) {
    var line = peek(source);
    if (line === null || /^(---|\.\.\.)(\s|$)/.test(line)) return "";
    var indent = indentOf(source, line);
    if (indent <= parent) return "";
    if (++source.depth > DEEPEST) throw wrong(source);
    var value;
    if (/^-(\s|$)/.test(line.slice(indent))) value = list(source, indent);
    else if (keyOf(line.slice(indent))) value = mapping(source, indent);
    else {
      source.lines[source.at] = line.slice(indent);
      value = inline(source, parent);
    }
    source.depth -= 1;
    return value;
  }

  /* The key that a line begins with, as [key, what comes behind it], or null. */
  function keyOf(text) {
    var quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:(?=\s|$)/.exec(text);
    if (quoted) return [unquoted(quoted[1]), text.slice(quoted[0].length)];
    var plain = /^([^\s"'#&*!|>%@`,[\]{}?:-][^#]*?|[?:-](?=\S)[^#]*?)\s*:(?=\s|$)/.exec(text);
    return plain && !/\s#/.test(plain[1]) ? [plain[1], text.slice(plain[0].length)] : null;
  }

  function list(source, indent) {
    var items = [];
    for (;;) {
      var line = peek(source);
      if (line === null) return items;
      var here = indentOf(source, line);
      if (here < indent || (here === indent && !/^-(\s|$)/.test(line.slice(indent)))) return items;
      if (here > indent) throw wrong(source);
      // What stands behind the dash is read as if the dash were a space.
      source.lines[source.at] = line.slice(0, indent) + " " + line.slice(indent + 1);
      items.push(node(source, indent));
    }
  }

  function mapping(source, indent) {
    var found = Object.create(null);
    for (;;) {
      var line = peek(source);
      if (line === null || /^(---|\.\.\.)(\s|$)/.test(line)) return found;
      var here = indentOf(source, line);
      if (here < indent || (here === indent && /^-(\s|$)/.test(line.slice(indent)))) return found;
      var key = here === indent && keyOf(line.slice(indent));
      if (!key || key[0] in found) throw wrong(source);
      source.lines[source.at] = key[1].trimStart();
      if (/^(#.*)?$/.test(source.lines[source.at])) {
        source.at += 1;
        // A list may stand as far out as the key it belongs to.
        var next = peek(source);
        var dashes = next !== null && indentOf(source, next) === indent && /^-(\s|$)/.test(next.slice(indent));
        found[key[0]] = node(source, dashes ? indent - 1 : indent);
      } else found[key[0]] = inline(source, indent);
    }
  }

  /* The value that begins at the start of this line, and may go on below it. */
  function inline(source, parent) {
    var text = source.lines[source.at];
    if (/^[|>]/.test(text)) return block(source, parent);
    if (/^["'[{]/.test(text)) return flowing(source, parent);
    if (/^[&*!%@`,\]}]/.test(text) || /^[?:-](\s|$)/.test(text)) throw wrong(source);
    return plain(source, parent);
  }

  function plain(source, parent) {
    var pieces = [bare(source, source.lines[source.at])];
    var commented = /\s#/.test(source.lines[source.at]);
    source.at += 1;
    var empty = 0;
    for (var at = source.at; at < source.lines.length; at++) {
      var line = source.lines[at];
      if (!line.trim()) {
        empty += 1;
        continue;
      }
      if (commented || /^\s*#/.test(line) || indentOf(source, line) <= parent) break;
      if (/^(---|\.\.\.)(\s|$)/.test(line)) break;
      source.at = at;
      pieces.push(empty ? "\n".repeat(empty) : " ", bare(source, line.trim()));
      commented = /\s#/.test(line);
      empty = 0;
      source.at = at + 1;
    }
    var value = pieces.join("");
    return NOTHING.test(value) ? "" : value;
  }

  function bare(source, text) {
    var value = text.replace(/\s+#.*$/, "").trim();
    // "a: b" within a text: most likely a text that wants quotes.
    if (/:(\s|$)/.test(value)) throw wrong(source);
    return value;
  }

  /* Text under "|" or ">": its lines as they are, or joined. */
  function block(source, parent) {
    var head = /^([|>])([+-]?)([1-9]?)([+-]?)\s*(#.*)?$/.exec(source.lines[source.at]);
    if (!head) throw wrong(source);
    source.at += 1;
    var indent = head[3] ? Math.max(parent, 0) + Number(head[3]) : null;
    var lines = [];
    for (; source.at < source.lines.length; source.at++) {
      var line = source.lines[source.at];
      var spaces = /^ */.exec(line)[0].length;
      if (line.trim() && indent === null) indent = spaces;
      if (line.trim() && (spaces <= parent || spaces < indent)) break;
      lines.push(indent === null ? "" : line.slice(indent));
    }
    var keep = head[2] || head[4];
    var ending = /\n*$/.exec(lines.join("\n") + "\n")[0];
    var text = lines.join("\n").replace(/\n+$/, "");
    if (head[1] === ">") text = folded(text);
    if (!text) return keep === "+" ? ending : "";
    return text + (keep === "-" ? "" : keep === "+" ? ending : "\n");
  }

  /* Lines joined by spaces; empty lines are breaks, and lines further in stay as they are. */
  function folded(text) {
    var lines = text.split("\n");
    var before = lines[0];
    return lines.slice(1).reduce(function (whole, line) {
      var joins = line && before && !/^\s/.test(line) && !/^\s/.test(before);
      // Of the empty lines between two that join, the first break is taken up by joining.
      var gap = !joins ? "\n" : whole.endsWith("\n") ? "" : " ";
      before = line || before;
      return whole + gap + line;
    }, before);
  }

  /* ── In quotes and brackets ────────────────────────────────────────────────────────────── */

  /* Text in quotes, or a list or mapping in brackets, over as many lines as it takes. */
  function flowing(source, parent) {
    var scan = { text: source.lines[source.at], at: 0, source: source, parent: parent, depth: 0 };
    var value = flow(scan);
    if (!/^\s*(\s#.*)?$/.test(scan.text.slice(scan.at))) throw wrong(source);
    source.at += 1;
    return value;
  }

  /* Take in the next line; false at the end of the file. */
  function more(scan) {
    scan.source.at += 1;
    if (scan.source.at >= scan.source.lines.length) throw wrong(scan.source);
    var line = scan.source.lines[scan.source.at];
    if (line.trim() && indentOf(scan.source, line) <= scan.parent && !/^\s*[\]}]/.test(line)) throw wrong(scan.source);
    return line;
  }

  function skip(scan) {
    for (;;) {
      var space = /^\s*/.exec(scan.text.slice(scan.at))[0].length;
      scan.at += space;
      var comment = scan.text[scan.at] === "#" && (scan.at === 0 || space > 0);
      if (scan.at < scan.text.length && !comment) return;
      scan.text = more(scan);
      scan.at = 0;
    }
  }

  function flow(scan) {
    if (++scan.depth > DEEPEST) throw wrong(scan.source);
    var sign = scan.text[scan.at];
    var value;
    if (sign === '"' || sign === "'") value = quoted(scan, sign);
    else if (sign === "[") value = flowList(scan);
    else if (sign === "{") value = flowMapping(scan);
    else value = flowPlain(scan);
    scan.depth -= 1;
    return value;
  }

  function quoted(scan, sign) {
    var whole = sign === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/ : /^'(?:[^']|'')*'/;
    var text = scan.text.slice(scan.at);
    var found;
    while (!(found = whole.exec(text))) text += "\n" + more(scan);
    scan.text = text;
    scan.at = found[0].length;
    try {
      return unquoted(found[0]);
    } catch (error) {
      throw wrong(scan.source);
    }
  }

  function unquoted(text) {
    var inner = text.slice(1, -1);
    // A line break within quotes is a space; each empty line below it is a break.
    if (text[0] === "'") return broken(inner).replace(/''/g, "'");
    return broken(inner.replace(/\\\n[ \t]*/g, "\\&")).replace(
      /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
      function (whole, two, four, eight, one) {
        if (one === "&") return "";
        if (one !== undefined && !(one in ESCAPES)) throw new RangeError("no such escape");
        return one === undefined ? String.fromCodePoint(parseInt(two || four || eight, 16)) : ESCAPES[one];
      }
    );
  }

  function broken(text) {
    return text.replace(/[ \t]*\n((?:[ \t]*\n)*)[ \t]*/g, function (whole, empty) {
      return empty ? empty.replace(/[ \t]/g, "") : " ";
    });
  }

  function flowList(scan) {
    var items = [];
    scan.at += 1;
    for (;;) {
      skip(scan);
      if (scan.text[scan.at] === "]") break;
      items.push(flow(scan));
      separated(scan, "]");
    }
    scan.at += 1;
    return items;
  }

  function flowMapping(scan) {
    var found = Object.create(null);
    scan.at += 1;
    for (;;) {
      skip(scan);
      if (scan.text[scan.at] === "}") break;
      var key = flow(scan);
      skip(scan);
      if (typeof key !== "string" || key in found || scan.text[scan.at] !== ":") throw wrong(scan.source);
      scan.at += 1;
      skip(scan);
      found[key] = /[,}]/.test(scan.text[scan.at]) ? "" : flow(scan);
      separated(scan, "}");
    }
    scan.at += 1;
    return found;
  }

  function separated(scan, end) {
    skip(scan);
    if (scan.text[scan.at] === ",") scan.at += 1;
    else if (scan.text[scan.at] !== end) throw wrong(scan.source);
  }

  function flowPlain(scan) {
    var found = /^(?![&*!|>%@`#,[\]{}])(?:[^,[\]{}:#]|:(?![\s,[\]{}]|$)|(\S)#)+/.exec(scan.text.slice(scan.at));
    if (!found) throw wrong(scan.source);
    scan.at += found[0].length;
    var value = found[0].trim();
    return NOTHING.test(value) ? "" : value;
  }

  /* ── Writing ───────────────────────────────────────────────────────────────────────────── */

  /* Objects, lists and text as YAML; every text in quotes, so that none can be misread. */
  function write(value) {
    return lines(value, "").join("\n") + "\n";
  }

  function lines(value, indent) {
    if (typeof value !== "object") return [indent + scalar(value)];
    if (!Object.keys(value).length) return [indent + (Array.isArray(value) ? "[]" : "{}")];
    if (Array.isArray(value))
      return value.flatMap(function (item) {
        var inner = lines(item, indent + "  ");
        return [indent + "- " + inner[0].trimStart()].concat(inner.slice(1));
      });
    return Object.keys(value).flatMap(function (key) {
      var held = value[key];
      var inner = lines(held, indent + "  ");
      var short = typeof held !== "object" || !Object.keys(held).length;
      return short ? [indent + key + ": " + inner[0].trimStart()] : [indent + key + ":"].concat(inner);
    });
  }

  function scalar(value) {
    if (typeof value === "boolean") return String(value);
    // JSON lets through some signs that YAML wants written as a number.
    return JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, function (sign) {
      return "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0");
    });
  }

  klantarena.yaml = { read: read, write: write };
})((window.klantarena = window.klantarena || {}));
