/* Filling a Word file: its blanks are content controls, bound to a data part of the document.
   Any file with our controls can be filled, also one that was reworded and saved in Word. It does
   what generators/fill does, part for part: a test holds the two equal.

   Ways through: open() reads a file once; fill() gives a filled copy, as often as one likes. */
(function (klantarena) {
  "use strict";

  var W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  var W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
  var W15 = "http://schemas.microsoft.com/office/word/2012/wordml";
  var XMLNS = "http://www.w3.org/2000/xmlns/";
  var XML = "http://www.w3.org/XML/1998/namespace";
  var DATA = "urn:klantarena:event:1";
  var RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

  var MAIN = "document.main";
  var FILLED_PART =
    /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document\.main|header|footer|footnotes|endnotes)\+xml$/;
  var PATH = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/;
  var BOUND = /^\/k:data\[1\]((?:\/k:[a-z0-9_]+\[1\])+)$/;
  var BOUND_IN_ROW =
    /^\/k:data\[1\]\/k:(lists)\[1\]\/k:([a-z0-9_]+)\[1\]\/k:item\[([1-9][0-9]*)\]\/k:([a-z0-9_]+)\[1\]$/;
  var OLD_WORD = [0xd0, 0xcf, 0x11, 0xe0];
  var LARGEST_FILE = 20e6;
  var LARGEST_CONTENT = 100e6;

  var LEFT_ALONE = new Set([
    "repeatingSection", "repeatingSectionItem", "picture", "docPartObj", "docPartList", "group",
    "equation", "citation", "bibliography"
  ]);
  var REVISIONS = ["ins", "del", "moveFrom", "moveTo", "rPrChange"];
  var MARKS_OF_PLACE = [
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
    "commentReference", "footnoteReference", "endnoteReference"
  ];
  // The children of w:sdtPr that stand before w:showingPlcHdr.
  var BEFORE_SHOWING = ["rPr", "alias", "tag", "id", "lock", "placeholder", "temporary"];
  var FIRST_NEW_ID = 1000001;

  function refused(reason) {
    return new klantarena.Refusal(reason);
  }

  /* ── XML ───────────────────────────────────────────────────────────────────────────────── */

  // These two are called thousands of times for each file: plain loops are several times faster.
  function children(element, name, namespace) {
    var found = [];
    for (var one = element.firstElementChild; one; one = one.nextElementSibling)
      if (one.localName === name && one.namespaceURI === (namespace || W)) found.push(one);
    return found;
  }

  function child(element, name, namespace) {
    if (!element) return null;
    for (var one = element.firstElementChild; one; one = one.nextElementSibling)
      if (one.localName === name && one.namespaceURI === (namespace || W)) return one;
    return null;
  }

  function descendants(element, name, namespace) {
    return Array.from(element.getElementsByTagNameNS(namespace || W, name));
  }

  function attribute(element, name, namespace) {
    return element ? element.getAttributeNS(namespace || W, name) : null;
  }

  function property(control, name) {
    return attribute(child(properties(control), name), "val");
  }

  function properties(control) {
    return child(control, "sdtPr");
  }

  function content(control) {
    return child(control, "sdtContent");
  }

  /* An element of Word's own, named as the document names such elements. */
  function made(document, name, namespace) {
    var prefix = document.documentElement.lookupPrefix(namespace || W);
    return document.createElementNS(namespace || W, prefix ? prefix + ":" + name : name);
  }

  function setAttribute(element, name, value, namespace) {
    namespace = namespace || W;
    var there = element.getAttributeNodeNS(namespace, name);
    if (there) {
      if (there.value === value) return false;
      there.value = value;
      return true;
    }
    var prefix = element.lookupPrefix(namespace);
    element.setAttributeNS(namespace, (prefix || "w") + ":" + name, value);
    return true;
  }

  function remove(elements) {
    elements.forEach(function (element) {
      element.remove();
    });
  }

  // The files of a kit share their headers and lists of parts; no tree in here is ever changed.
  var known = new Map();
  var KNOWN_AT_MOST = 50;
  var SMALL = 5000;

  function parsed(bytes) {
    var text;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (error) {
      throw refused("fill_broken");
    }
    if (known.has(text)) return known.get(text);
    var encoding = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text);
    if (encoding && !/^utf-?8$/i.test(encoding[1])) throw refused("fill_broken");
    var document = new DOMParser().parseFromString(text, "application/xml");
    if (document.doctype || document.getElementsByTagName("parsererror").length) throw refused("fill_broken");
    if (text.length < SMALL) {
      if (known.size >= KNOWN_AT_MOST) known.clear();
      known.set(text, document);
    }
    return document;
  }

  /* The text of a part. Remarks before and after its root stay. */
  function written(document, standalone) {
    var serializer = new XMLSerializer();
    var body = Array.from(document.childNodes)
      .map(function (node) {
        return serializer.serializeToString(node);
      })
      .join("\n");
    return '<?xml version="1.0" encoding="UTF-8" standalone="' + (standalone ? "yes" : "no") + '"?>\n' + body;
  }

  /* ── Opening ───────────────────────────────────────────────────────────────────────────── */

  /* A file that can be filled. Raises a Refusal that says why it cannot. */
  async function open(bytes) {
    if (bytes.length > LARGEST_FILE) throw refused("fill_too_large");
    if (
      OLD_WORD.every(function (byte, place) {
        return bytes[place] === byte;
      })
    )
      throw refused("fill_old_word");
    var entries = klantarena.zip.read(bytes);
    var size = entries.reduce(function (sum, entry) {
      return sum + entry.size;
    }, 0);
    if (size > LARGEST_CONTENT) throw refused("fill_too_large");
    var named = {};
    entries.forEach(function (entry) {
      named[entry.name] = entry;
    });

    async function part(name) {
      return named[name] ? parsed(await klantarena.zip.unpacked(named[name])) : null;
    }

    var types = typesOf(await part("[Content_Types].xml"));
    var main = entries.find(function (entry) {
      return types[entry.name] === MAIN;
    });
    if (!main) throw refused("fill_no_document");
    var parts = [];
    for (var entry of entries) {
      var text = types[entry.name];
      var data = /^customXml\/[^/]*\.xml$/.test(entry.name);
      if (!text && !data) continue;
      var document = parsed(await klantarena.zip.unpacked(entry));
      if (text) parts.push({ entry: entry, document: document, data: false });
      else if (isData(document)) parts.push({ entry: entry, document: document, data: true });
    }
    var source = {
      entries: entries,
      main: main,
      parts: parts,
      placeholders: placeholdersOf(await glossary(main.name, part))
    };
    var root = dataRoot(parts);
    var labels = labelsOf(parts);
    if (!root || !Object.keys(labels).length) throw refused("fill_no_blanks");
    return {
      paths: Object.keys(labels),
      labels: labels,
      template: root.getAttribute("template"),
      language: root.getAttribute("language"),
      choices: {
        round2: root.getAttribute("round2"),
        round3: root.getAttribute("round3")
      },
      fill: function (values, language) {
        return fill(source, values, language);
      }
    };
  }

  function isData(document) {
    var root = document.documentElement;
    return root.namespaceURI === DATA && root.localName === "data";
  }

  function dataRoot(parts) {
    var part = parts.find(function (one) {
      return one.data;
    });
    return part ? part.document.documentElement : null;
  }

  /* For each part of the text what it is: document.main, header and so on. */
  function typesOf(document) {
    var types = {};
    if (!document) throw refused("fill_broken");
    Array.from(document.documentElement.children).forEach(function (override) {
      var kind = FILLED_PART.exec(override.getAttribute("ContentType") || "");
      if (override.localName === "Override" && kind)
        types[(override.getAttribute("PartName") || "").replace(/^\//, "")] = kind[1];
    });
    return types;
  }

  /* The part that keeps the placeholders, from which Word brings them back. */
  async function glossary(main, part) {
    var folder = main.slice(0, main.lastIndexOf("/") + 1);
    var relations = await part(folder + "_rels/" + main.slice(folder.length) + ".rels");
    var found =
      relations &&
      children(relations.documentElement, "Relationship", RELATIONS).find(function (relation) {
        return /\/glossaryDocument$/.test(relation.getAttribute("Type") || "");
      });
    var name = "word/glossary/document.xml";
    if (found) {
      var target = found.getAttribute("Target") || "";
      name = target[0] === "/" ? target.slice(1) : new URL(target, "file:///" + folder).pathname.slice(1);
    }
    return part(name);
  }

  function placeholdersOf(document) {
    var found = {};
    if (!document) return found;
    descendants(document, "docPart").forEach(function (block) {
      var name = attribute(child(child(block, "docPartPr"), "name"), "val");
      var body = child(block, "docPartBody");
      if (name === null || !body || name in found) return;
      found[name] = descendants(body, "t")
        .map(function (text) {
          return text.textContent;
        })
        .join("");
    });
    return found;
  }

  /* ── Controls ──────────────────────────────────────────────────────────────────────────── */

  /* The tag of a control. LibreOffice leaves tags out when it saves a file, but keeps what a control
     is bound to, and puts a second control around some; the one that knows its kind is ours. */
  function pathOf(control) {
    var held = properties(control);
    var path = child(held, "tag") ? property(control, "tag") : boundTo(control, child(held, "dataBinding"));
    return path !== null && PATH.test(path) ? path : null;
  }

  function boundTo(control, binding) {
    if (!binding || kindOf(control) === "rich") return null;
    if ((attribute(binding, "prefixMappings") || "").trim() !== "xmlns:k='" + DATA + "'") return null;
    var bound = attribute(binding, "xpath") || "";
    var row = BOUND_IN_ROW.exec(bound);
    if (row) return row.slice(1).join(".");
    var names = BOUND.exec(bound);
    return names ? names[1].replace(/\/k:/g, ".").replace(/\[1\]/g, "").slice(1) : null;
  }

  /* What each blank of a document is called, by its path, in the order of the document. */
  function labelsOf(parts) {
    var found = {};
    parts.forEach(function (part) {
      if (part.data) return;
      descendants(part.document, "sdt").forEach(function (control) {
        var path = pathOf(control);
        if (path && !isLeftAlone(control) && !(path in found)) found[path] = property(control, "alias") || path;
      });
    });
    return found;
  }

  function kindOf(control) {
    var held = properties(control);
    if (child(held, "text")) return /^(1|true|on)$/.test(attribute(child(held, "text"), "multiLine")) ? "lines" : "text";
    if (child(held, "date")) return "date";
    if (child(held, "dropDownList") || child(held, "comboBox")) return "choice";
    return child(held, "checkbox", W14) ? "checkbox" : "rich";
  }

  function isLeftAlone(control) {
    var held = properties(control);
    for (var one = held && held.firstElementChild; one; one = one.nextElementSibling)
      if (LEFT_ALONE.has(one.localName)) return true;
    if (!content(control) || levelOf(control) === "row") return true;
    for (var above = control.parentElement; above; above = above.parentElement)
      if (above.namespaceURI === W && /^(del|moveFrom)$/.test(above.localName)) return true;
    return false;
  }

  /* Where a control stands: within a line, around paragraphs, around a cell or around rows. */
  function levelOf(control) {
    var first = content(control).firstElementChild;
    var name = first && first.namespaceURI === W ? first.localName : null;
    if (name === "tc") return "cell";
    if (name === "tr") return "row";
    if (name === "p" || name === "tbl") return "block";
    if (first) return "run";
    var above = control.parentElement.localName;
    if (/^(p|hyperlink|ins|fldSimple|smartTag|moveTo)$/.test(above)) return "run";
    return above === "tr" ? "cell" : "block";
  }

  /* What a control can take of a value, as {shown, data}, or null where that is nothing. */
  function usable(control, kind, value, language) {
    if (value === undefined || value === "") return null;
    var held = properties(control);
    if (kind === "date") {
      if (!klantarena.schedule.isDay(value)) return null;
      var date = child(held, "date");
      var format = attribute(child(date, "dateFormat"), "val") || klantarena.data.day_format;
      var lid = attribute(child(date, "lid"), "val") || "";
      var said = /^(nl|en)/i.exec(lid);
      return { shown: klantarena.schedule.written(value, format, said ? said[0].toLowerCase() : language), data: value };
    }
    if (kind === "choice") {
      var item = children(child(held, "dropDownList") || child(held, "comboBox"), "listItem").find(function (one) {
        return attribute(one, "value") === value;
      });
      return item ? { shown: attribute(item, "displayText") || value, data: value } : null;
    }
    if (kind === "checkbox") return /^(true|false)$/.test(value) ? { shown: value, data: value } : null;
    var text = klantarena.values.clean(value);
    if (kind === "text") text = klantarena.values.oneLine(text);
    return text ? { shown: text, data: text } : null;
  }

  /* ── Contents ──────────────────────────────────────────────────────────────────────────── */

  function without(element, names) {
    if (element)
      names.forEach(function (name) {
        remove(children(element, name));
      });
    return element;
  }

  /* The letters that stood in a control, without the grey of a placeholder. */
  function letters(control) {
    var held = properties(control);
    var run = descendants(content(control), "r")[0];
    var copy = run && child(run, "rPr") ? child(run, "rPr").cloneNode(true) : null;
    if (copy) {
      var style = child(copy, "rStyle");
      if (style && (attribute(style, "val") === "PlaceholderText" || child(held, "showingPlcHdr"))) style.remove();
      without(copy, REVISIONS);
    }
    if (copy && copy.firstElementChild) return copy;
    copy = child(held, "rPr") ? without(child(held, "rPr").cloneNode(true), REVISIONS) : null;
    return copy && copy.firstElementChild ? copy : null;
  }

  function grey(document) {
    var look = made(document, "rPr");
    var style = made(document, "rStyle");
    setAttribute(style, "val", "PlaceholderText");
    look.append(style);
    return look;
  }

  function textRun(document, text, look) {
    var run = made(document, "r");
    if (look) run.append(look.cloneNode(true));
    text.split("\n").forEach(function (line, number) {
      if (number) run.append(made(document, "br"));
      if (!line) return;
      var words = made(document, "t");
      words.setAttributeNS(XML, "xml:space", "preserve");
      words.textContent = line;
      run.append(words);
    });
    return run;
  }

  /* The sign of a box, ticked or open. */
  function signRun(document, control, ticked, look) {
    var box = child(properties(control), "checkbox", W14);
    var state = child(box, ticked ? "checkedState" : "uncheckedState", W14);
    var sign = attribute(state, "val", W14) || (ticked ? "2612" : "2610");
    var point = parseInt(sign, 16);
    if (point < 0xe000 || point > 0xf8ff) return textRun(document, String.fromCodePoint(point), look);
    var run = made(document, "r");
    if (look) run.append(look);
    var symbol = made(document, "sym");
    setAttribute(symbol, "font", attribute(state, "font", W14) || "");
    setAttribute(symbol, "char", sign);
    run.append(symbol);
    return run;
  }

  /* Put runs in a control, each a paragraph of its own where it holds paragraphs. */
  function setContent(control, runs) {
    var document = control.ownerDocument;
    var held = content(control);
    var level = levelOf(control);
    var nodes = runs;
    if (level !== "run") {
      var paragraph = descendants(held, "p")[0];
      var layout = layoutOf(paragraph);
      nodes = runs.map(function (run) {
        var around = made(document, "p");
        if (layout) around.append(layout.cloneNode(true));
        around.append(run);
        return around;
      });
    }
    if (level === "cell") {
      var cell = made(document, "tc");
      var width = child(child(held, "tc"), "tcPr");
      if (width) cell.append(width.cloneNode(true));
      cell.append.apply(cell, nodes);
      nodes = [cell];
    }
    held.replaceChildren.apply(held, nodes);
  }

  function layoutOf(paragraph) {
    var layout = paragraph && child(paragraph, "pPr");
    if (!layout) return null;
    layout = without(layout.cloneNode(true), ["sectPr", "pPrChange"]);
    var mark = child(layout, "rPr");
    if (mark) {
      without(mark, REVISIONS);
      if (!mark.firstElementChild) mark.remove();
    }
    return layout;
  }

  function setShowing(control, showing) {
    var held = properties(control);
    var there = child(held, "showingPlcHdr");
    if (!showing) {
      if (there) there.remove();
      return;
    }
    if (there) return;
    var before = Array.from(held.children).filter(function (one) {
      return one.namespaceURI === W && BEFORE_SHOWING.includes(one.localName);
    });
    var mark = made(control.ownerDocument, "showingPlcHdr");
    if (before.length) before[before.length - 1].after(mark);
    else held.prepend(mark);
  }

  function setTicked(control, ticked) {
    var box = child(properties(control), "checkbox", W14);
    var state = child(box, "checked", W14);
    if (!state) {
      state = made(control.ownerDocument, "checked", W14);
      box.prepend(state);
    }
    setAttribute(state, "val", ticked ? "1" : "0", W14);
  }

  function put(control, kind, value) {
    var document = control.ownerDocument;
    var look = letters(control);
    setShowing(control, false);
    if (kind === "checkbox") {
      setTicked(control, value.data === "true");
      return setContent(control, [signRun(document, control, value.data === "true", look)]);
    }
    if (kind === "date") setAttribute(child(properties(control), "date"), "fullDate", value.data + "T00:00:00Z");
    var pieces = [value.shown];
    if (kind === "rich" && levelOf(control) !== "run")
      pieces = value.shown.split("\n").filter(function (line) {
        return line.trim();
      });
    setContent(
      control,
      pieces.map(function (piece) {
        return textRun(document, piece, look);
      })
    );
  }

  /* Make a control as empty as it was; gives what its node of the data part then holds. */
  function reset(control, kind, path, placeholders, known) {
    var document = control.ownerDocument;
    var held = properties(control);
    if (kind === "checkbox") {
      var look = letters(control);
      setTicked(control, false);
      setContent(control, [signRun(document, control, false, look)]);
      return "false";
    }
    var text = placeholderOf(control, path, placeholders);
    // What stood there before anybody filled it in, such as the time of the handbook's own day.
    if (known) {
      var usually = letters(control);
      setShowing(control, false);
      setContent(control, [textRun(document, known, usually)]);
      return known;
    }
    if (kind === "date") child(held, "date").removeAttributeNS(W, "fullDate");
    if (kind === "choice") (child(held, "dropDownList") || child(held, "comboBox")).removeAttributeNS(W, "lastValue");
    setShowing(control, true);
    setContent(control, [textRun(document, text, grey(document))]);
    return "";
  }

  function placeholderOf(control, path, placeholders) {
    var name = attribute(child(child(properties(control), "placeholder"), "docPart"), "val");
    if (name !== null && name in placeholders) return placeholders[name];
    var label = property(control, "alias");
    if (!label) return "[" + path + "]";
    var second = label.slice(1, 2);
    var capital = second !== second.toLowerCase();
    return "[" + (capital ? label[0] : label[0].toLowerCase()) + label.slice(1) + "]";
  }

  /* ── Rows ──────────────────────────────────────────────────────────────────────────────── */

  function itemsOf(section) {
    return children(content(section), "sdt").filter(function (item) {
      return child(properties(item), "repeatingSectionItem", W15);
    });
  }

  function number(item, list, row) {
    var changed = false;
    [item].concat(descendants(content(item), "sdt")).forEach(function (control) {
      var tag = child(properties(control), "tag");
      var path = "lists." + list + "." + row;
      if (control !== item) {
        var column = new RegExp("^lists\\." + list + "\\..+\\.([a-z0-9_]+)$").exec(attribute(tag, "val") || "");
        if (!column) return;
        path += "." + column[1];
      }
      if (!tag) return;
      if (setAttribute(tag, "val", path)) changed = true;
      var binding = control === item ? null : child(properties(control), "dataBinding");
      if (!binding) return;
      if (setAttribute(binding, "prefixMappings", "xmlns:k='" + DATA + "'")) changed = true;
      if (setAttribute(binding, "xpath", xpath(path))) changed = true;
    });
    return changed;
  }

  function xpath(path) {
    return (
      "/k:data[1]" +
      path
        .split(".")
        .map(function (segment) {
          return /^\d+$/.test(segment) ? "/k:item[" + segment + "]" : "/k:" + segment + "[1]";
        })
        .join("")
    );
  }

  function rowsOf(values) {
    var rows = {};
    Object.keys(values).forEach(function (path) {
      var found = /^lists\.([a-z0-9_]+)\.([1-9]\d*)\./.exec(path);
      if (found && values[path] !== "") rows[found[1]] = Math.max(rows[found[1]] || 0, Number(found[2]));
    });
    return rows;
  }

  /* Number the rows of every list, and add those that the values ask for. */
  function grow(parts, values) {
    var rows = rowsOf(values);
    var used = new Set();
    parts.forEach(function (part) {
      descendants(part.document, "sdtPr").forEach(function (held) {
        used.add(Number(attribute(child(held, "id"), "val")));
      });
    });
    var next = FIRST_NEW_ID;
    var added = new Set();
    parts.forEach(function (part) {
      descendants(part.document, "sdt").forEach(function (section) {
        var list = /^lists\.([a-z0-9_]+)$/.exec(property(section, "tag") || "");
        if (!list || !child(properties(section), "repeatingSection", W15)) return;
        var items = itemsOf(section);
        if (!items.length) return;
        var last = items[items.length - 1];
        var pattern = last.cloneNode(true);
        items.forEach(function (item, place) {
          if (number(item, list[1], place + 1)) part.numbered = true;
        });
        for (var row = items.length + 1; row <= (rows[list[1]] || 0); row++) {
          var copy = fresh(pattern);
          number(copy, list[1], row);
          descendants(copy, "sdtPr").forEach(function (held) {
            while (used.has(next)) next += 1;
            var id = child(held, "id");
            if (id) setAttribute(id, "val", String(next++));
          });
          last.after(copy);
          last = copy;
          part.changed = true;
          descendants(copy, "sdt").forEach(function (control) {
            added.add(control);
          });
        }
      });
    });
    return added;
  }

  /* A copy of a row without the marks that can stand in one place only. */
  function fresh(item) {
    var copy = item.cloneNode(true);
    [copy].concat(Array.from(copy.getElementsByTagName("*"))).forEach(function (element) {
      element.removeAttributeNS(W14, "paraId");
      element.removeAttributeNS(W14, "textId");
    });
    MARKS_OF_PLACE.forEach(function (name) {
      remove(descendants(copy, name));
    });
    return copy;
  }

  /* ── The data part ─────────────────────────────────────────────────────────────────────── */

  /* The node of a path, made where it is missing if `make` says so. */
  function nodeOf(root, path, make) {
    return path.split(".").reduce(function (node, segment) {
      if (!node) return null;
      var numbered = /^\d+$/.test(segment);
      var name = numbered ? "item" : segment;
      var place = numbered ? Number(segment) : 1;
      var found = children(node, name, DATA);
      while (make && found.length < place) {
        var created = root.ownerDocument.createElementNS(DATA, root.prefix ? root.prefix + ":" + name : name);
        node.append(created);
        found.push(created);
      }
      return found[place - 1] || null;
    }, root);
  }

  /* ── Filling ───────────────────────────────────────────────────────────────────────────── */

  /* A file filled with values by path, as {content, text}: its bytes, and its main part as a tree.
     What an earlier filling left and these values lack, is emptied again. */
  async function fill(source, values, language) {
    var parts = source.parts.map(function (part) {
      return { entry: part.entry, data: part.data, document: part.document.cloneNode(true), changed: false };
    });
    var texts = parts.filter(function (part) {
      return !part.data;
    });
    var root = dataRoot(parts);
    var before = new Set((root.getAttribute("filled") || "").split(/\s+/).filter(Boolean));
    var filled = new Set();
    var held = new Map();
    var added = grow(texts, values);
    texts.forEach(function (part) {
      descendants(part.document, "sdt").forEach(function (control) {
        var path = pathOf(control);
        if (!path || !part.document.contains(control) || isLeftAlone(control)) return;
        var kind = kindOf(control);
        var value = usable(control, kind, values[path], language);
        if (value) {
          put(control, kind, value);
          filled.add(path);
          keep(path, control, value.data);
        } else if (before.has(path) || added.has(control)) {
          var node = nodeOf(root, path, false);
          var known = node ? node.getAttribute("usual") : null;
          keep(path, control, reset(control, kind, path, source.placeholders, known));
        } else return;
        part.changed = true;
      });
    });

    function keep(path, control, value) {
      var bound = Boolean(child(properties(control), "dataBinding"));
      var known = held.get(path);
      held.set(path, { value: value, bound: bound || Boolean(known && known.bound) });
    }

    held.forEach(function (one, path) {
      var node = nodeOf(root, path, one.bound);
      if (node && node.textContent !== one.value) node.textContent = one.value;
    });
    var list = Array.from(filled).sort().join(" ");
    if (list) root.setAttribute("filled", list);
    else root.removeAttribute("filled");
    var changed = texts.some(function (part) {
      return part.changed;
    });
    var replaced = new Map();
    for (var part of parts) {
      if (!changed || !(part.changed || part.numbered || part.data)) continue;
      var text = written(part.document, !part.data);
      replaced.set(part.entry, await klantarena.zip.packed(part.entry.name, new TextEncoder().encode(text), true));
    }
    var content = klantarena.zip.write(
      source.entries.map(function (entry) {
        return replaced.get(entry) || entry;
      })
    );
    return {
      content: content,
      text: texts.find(function (part) {
        return part.entry === source.main;
      }).document
    };
  }

  klantarena.word = { open: open, LARGEST_FILE: LARGEST_FILE };
})((window.klantarena = window.klantarena || {}));
