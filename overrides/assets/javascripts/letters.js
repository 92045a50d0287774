/* A letter to copy: its subject, its text for an e-mail, and its short message. Without this
   script, or where a browser gives no access to the clipboard, the texts stand there just the
   same. Nothing leaves the page. */
(function () {
  "use strict";

  var LEFT_OUT = ".admonition, .for-screen-readers, .tabbed-labels, figure, input, caption, [aria-hidden=true]";

  function start() {
    var source = document.querySelector("[data-letters]");
    if (!source || !navigator.clipboard) return;
    var words = JSON.parse(source.textContent);
    var mails = document.querySelectorAll(".admonition.mail");
    mails.forEach(function (box, place) {
      var copying = row(box);
      button(copying, words.subject, function () {
        return { text: written(box.querySelector("strong"), false).trim() };
      });
      button(copying, words.letter, function () {
        return letter(mails.length > 1 ? place : null);
      });
    });
    document.querySelectorAll(".admonition.message").forEach(function (box) {
      var said = box.querySelector("p:not(.admonition-title)");
      button(row(box), words.message, function () {
        return { text: written(said, false).trim() };
      });
    });

    /* A row for buttons, with a place where a screen reader hears what happened. */
    function row(box) {
      var copying = document.createElement("div");
      copying.className = "copying";
      var status = document.createElement("span");
      status.setAttribute("role", "status");
      copying.append(status);
      box.append(copying);
      return copying;
    }

    function button(copying, label, content) {
      var status = copying.querySelector("[role=status]");
      var made = document.createElement("button");
      made.type = "button";
      made.className = "copying__button";
      made.textContent = label;
      made.addEventListener("click", function () {
        document.querySelectorAll(".copying [role=status]").forEach(function (each) {
          each.textContent = "";
        });
        copy(content()).then(
          function () {
            status.textContent = words.copied;
          },
          function () {
            status.textContent = words.failed;
          }
        );
      });
      status.before(made);
    }
  }

  function copy(content) {
    if (!content.html || !window.ClipboardItem) return navigator.clipboard.writeText(content.text);
    return navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": new Blob([content.text], { type: "text/plain" }),
        "text/html": new Blob([content.html], { type: "text/html" }),
      }),
    ]);
  }

  /* The letter on the sheet, or the one at this place where the sheet holds several: without the
     address and the heading, which the subject line makes superfluous. */
  function letter(place) {
    var letters = [[]];
    Array.from(document.querySelector(".sheet").children).forEach(function (block) {
      if (block.matches(".page-break") && place !== null) letters.push([]);
      else if (shows(block)) letters[letters.length - 1].push(block);
    });
    var blocks = letters[place || 0];
    while (blocks.length && blocks[0].matches("p") && isAddress(blocks[0])) blocks.shift();
    if (blocks.length && blocks[0].matches("h2, h3")) blocks.shift();
    function all(html) {
      return blocks
        .map(function (block) {
          return written(block, html);
        })
        .join("");
    }
    var text = all(false).replace(/[ \t]*\n[ \t]*/g, "\n").replace(/\n{3,}/g, "\n\n");
    return { text: text.trim() + "\n", html: all(true) };
  }

  function isAddress(paragraph) {
    var rest = paragraph.cloneNode(true);
    rest.querySelectorAll(".blank").forEach(function (blank) {
      blank.remove();
    });
    return !rest.textContent.trim();
  }

  function shows(element) {
    return !element.matches(LEFT_OUT) && getComputedStyle(element).display !== "none";
  }

  /* What a node says: as plain text, or as HTML with nothing of this page in it. */
  function written(node, html) {
    if (node.nodeType === Node.TEXT_NODE) {
      var text = node.textContent.replace(/\s+/g, " ");
      return html ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;") : text;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || !shows(node)) return "";
    if (node.localName === "table") return rows(node, html);
    var inner = Array.from(node.childNodes, function (child) {
      return written(child, html);
    }).join("");
    switch (node.localName) {
      case "br":
        return html ? "<br>" : "\n";
      case "strong":
      case "em":
        return html ? "<" + node.localName + ">" + inner + "</" + node.localName + ">" : inner;
      case "h2":
      case "h3":
      case "h4":
        return html ? "<p><strong>" + inner + "</strong></p>" : inner + "\n\n";
      case "p":
        return html ? "<p>" + inner + "</p>" : inner + "\n\n";
      case "ul":
      case "ol":
        return html ? "<" + node.localName + ">" + inner + "</" + node.localName + ">" : inner + "\n";
      case "li":
        return html ? "<li>" + inner + "</li>" : mark(node) + inner.trim() + "\n";
      default:
        return inner;
    }
  }

  function mark(item) {
    if (item.parentNode.localName === "ul") return "- ";
    return Array.from(item.parentNode.children).indexOf(item) + 1 + ". ";
  }

  /* A table reads badly on a telephone: each row becomes a few lines, "Where: …". */
  function rows(table, html) {
    var names = table.tHead ? Array.from(table.tHead.rows[0].cells) : [];
    return Array.from(table.tBodies[0].rows, function (row) {
      var lines = Array.from(row.cells, function (cell, column) {
        var name = names[column] ? written(names[column], html).trim() + ": " : "";
        var said = written(cell, html).trim();
        return html && name ? "<strong>" + name + "</strong>" + said : name + said;
      });
      return html ? "<p>" + lines.join("<br>") + "</p>" : lines.join("\n") + "\n\n";
    }).join("");
  }

  // With instant navigation Material brings in the text of the next page by itself.
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
