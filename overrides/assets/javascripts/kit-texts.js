/* The texts that come with a filled kit: each letter as an e-mail, and what is still to fill in.
   Sentence for sentence what generators/kit_texts.py writes. */
(function (klantarena) {
  "use strict";

  var W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  // What only lies around blocks or words, and says nothing itself.
  var AROUND = ["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple", "r"];
  var SIGNS = { br: "\n", cr: "\n", tab: " ", noBreakHyphen: "-" };
  // More numbers than this say less than how many there are.
  var MOST_NUMBERS = 8;
  var BETWEEN_LETTERS = "\n\n* * *\n\n";

  function named(node, name) {
    return node.namespaceURI === W && node.localName === name;
  }

  function child(element, name) {
    for (var one = element && element.firstElementChild; one; one = one.nextElementSibling)
      if (named(one, name)) return one;
    return null;
  }

  function value(element) {
    return element ? element.getAttributeNS(W, "val") || "" : "";
  }

  /* ── A letter as an e-mail ─────────────────────────────────────────────────────────────── */

  /* What a paragraph says; `typed` leaves out what stands in controls. */
  function said(node, typed) {
    var text = "";
    for (var one = node.firstElementChild; one; one = one.nextElementSibling) {
      var name = one.namespaceURI === W ? one.localName : "";
      if (name === "t") text += one.textContent;
      else if (name in SIGNS) text += SIGNS[name];
      else if (AROUND.includes(name) && !(typed && name === "sdt")) text += said(one, typed);
    }
    return text;
  }

  function lines(text) {
    return text
      .split("\n")
      .map(function (line) {
        return line.replace(/^ +| +$/g, "");
      })
      .join("\n");
  }

  function paragraph(element, inControl) {
    var held = child(element, "pPr");
    var style = value(child(held, "pStyle"));
    var within = element.getElementsByTagNameNS(W, "sdt").length > 0;
    return {
      text: lines(said(element, false)).replace(/^\n+|\n+$/g, ""),
      isAddress: inControl || (within && !said(element, true).trim()),
      isHeading: /^(Heading|Title)/.test(style),
      isItem: Boolean(child(held, "numPr")) || style.startsWith("List"),
      isNew:
        Boolean(child(held, "pageBreakBefore")) ||
        Array.from(element.getElementsByTagNameNS(W, "br")).some(function (mark) {
          return mark.getAttributeNS(W, "type") === "page";
        })
    };
  }

  /* A table reads badly on a telephone: each row becomes a few lines, "Where: …". */
  function rows(table) {
    var names = [];
    var found = [];
    parts(table, ["tr"], false).forEach(function (row) {
      var cells = parts(row.element, ["tc"], false).map(function (cell) {
        return parts(cell.element, ["p"], false)
          .map(function (one) {
            return lines(said(one.element, false)).replace(/\n/g, " ").trim();
          })
          .filter(Boolean)
          .join(" ");
      });
      if (child(child(row.element, "trPr"), "tblHeader")) {
        names = cells;
        return;
      }
      var text = cells
        .map(function (cell, column) {
          return cell && (names[column] ? names[column] + ": " : "") + cell;
        })
        .filter(Boolean)
        .join("\n");
      found.push({ text: text });
    });
    return found;
  }

  /* The elements of these names below a node, with what lies around them looked through. */
  function parts(node, names, inControl) {
    return Array.from(node.children).flatMap(function (one) {
      if (one.namespaceURI !== W) return [];
      if (names.includes(one.localName)) return [{ element: one, inControl: inControl }];
      if (!AROUND.includes(one.localName)) return [];
      return parts(one, names, inControl || named(one, "sdt"));
    });
  }

  function subject(pieces, values, language) {
    return pieces
      .map(function (piece) {
        if (typeof piece === "string") return piece;
        var given = values[piece.path];
        if (given === undefined) return piece.empty;
        if (piece.kind === "date") return klantarena.schedule.written(given, klantarena.data.day_format, language);
        return klantarena.values.oneLine(given);
      })
      .join("");
  }

  /* The text of an e-mail: its subject, and the letter from its salutation on. */
  function mail(document, file, values, language, words) {
    var letters = [[]];
    parts(document.documentElement.firstElementChild, ["p", "tbl"], false).forEach(function (one) {
      var blocks = named(one.element, "tbl") ? rows(one.element) : [paragraph(one.element, one.inControl)];
      if (blocks.length && blocks[0].isNew && file.subjects.length > 1) letters.push([]);
      Array.prototype.push.apply(letters[letters.length - 1], blocks);
    });
    return letters
      .map(function (blocks, place) {
        blocks = blocks.filter(function (block) {
          return block.text;
        });
        while (blocks.length && blocks[0].isAddress) blocks.shift();
        if (blocks.length && blocks[0].isHeading) blocks.shift();
        var pieces = file.subjects[place] || [file.title];
        return words.mail_subject + ": " + subject(pieces, values, language) + "\n\n" + joined(blocks) + "\n";
      })
      .join(BETWEEN_LETTERS);
  }

  function joined(blocks) {
    return blocks
      .map(function (block, place) {
        var gap = !place ? "" : block.isItem && blocks[place - 1].isItem ? "\n" : "\n\n";
        return gap + (block.isItem ? "- " : "") + block.text;
      })
      .join("");
  }

  /* ── What is still to fill in ──────────────────────────────────────────────────────────── */

  /* The list of blanks that are still empty. `made` are the files of the kit, of letters the first
     one, each with the paths it holds and the values it got. */
  function toFill(made, guests, kit) {
    var words = kit.words;
    var sections = [];
    var empty = new Map();
    made.forEach(function (one) {
      one.paths.forEach(function (path) {
        if (path in one.values || !(path in kit.labels)) return;
        empty.set(path, (empty.get(path) || new Set()).add(one.file.number));
      });
    });
    var known = Object.keys(kit.labels).filter(function (path) {
      return empty.has(path);
    });
    section(
      "to_fill_once",
      known.map(function (path) {
        return kit.labels[path] + " (" + places(Array.from(empty.get(path))) + ")";
      })
    );
    var asked = new Set(["guest.name", "guest.salutation"]);
    made.forEach(function (one) {
      one.paths.forEach(function (path) {
        if (path.startsWith("guest.")) asked.add(path);
      });
    });
    section(
      "to_fill_guests",
      guests.flatMap(function (guest, place) {
        var lacking = Object.keys(kit.guest_labels).filter(function (column) {
          return asked.has("guest." + column) && !klantarena.values.isThere(guest[column]);
        });
        if (!lacking.length) return [];
        var name = klantarena.values.oneLine(klantarena.values.clean(guest.name || ""));
        return [
          (name || klantarena.filled(words.guest_number, { number: place + 1 })) +
            ": " +
            lacking
              .map(function (column) {
                return kit.guest_labels[column];
              })
              .join(", ")
        ];
      })
    );
    section(
      "to_fill_letters",
      made.flatMap(function (one) {
        if (!one.file.letter || !one.file.subjects.length) return [];
        var lacking = one.paths.filter(function (path) {
          return path.startsWith("local.") && !(path in one.values);
        });
        // Many rows of a table ask for the same: once is enough.
        var labels = new Set(
          lacking.map(function (path) {
            return one.labels[path];
          })
        );
        return labels.size ? [one.file.folder + ": " + Array.from(labels).join("; ")] : [];
      })
    );

    /* Where a blank stands: the numbers of its files, or how many there are. */
    function places(numbers) {
      if (numbers.length > MOST_NUMBERS) return klantarena.filled(words.to_fill_many, { count: numbers.length });
      return numbers.sort(byNumber).map(padded).join(", ");
    }

    function section(name, items) {
      if (items.length) sections.push(words[name] + "\n" + items.map(dashed).join(""));
    }

    if (!sections.length) sections.push(words.to_fill_none + "\n");
    return words.to_fill_title + "\n\n" + sections.join("\n");
  }

  function dashed(item) {
    return "- " + item + "\n";
  }

  function byNumber(one, other) {
    return one - other;
  }

  function padded(number) {
    return String(number).padStart(2, "0");
  }

  /* ── As a file ─────────────────────────────────────────────────────────────────────────── */

  /* A text as every editor on every system opens it. */
  function bytes(text) {
    return new TextEncoder().encode("\ufeff" + text.replace(/\n/g, "\r\n"));
  }

  klantarena.texts = { mail: mail, toFill: toFill, bytes: bytes };
})((window.klantarena = window.klantarena || {}));
