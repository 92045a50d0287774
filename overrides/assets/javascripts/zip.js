/* Zip files, as Word writes them: read the list of entries, unpack one, write a new file.
   The platform's own streams deflate; here is only what they leave: the directory and the checksum.
   Field by field as in APPNOTE 6.3; entries that nobody touched are copied as they are. */
(function (klantarena) {
  "use strict";

  var LOCAL = 0x04034b50;
  var CENTRAL = 0x02014b50;
  var END = 0x06054b50;
  var STORED = 0;
  var DEFLATED = 8;
  var ENCRYPTED = 1;
  var UTF8 = 0x0800;
  // Larger files say so in this way, and put the true number elsewhere: none of ours is.
  var ELSEWHERE = 0xffffffff;
  // 1 January 1980, the first day a zip file can hold: the same input gives the same bytes.
  var FIRST_DAY = 0x0021;

  var table = new Int32Array(256).map(function (unused, number) {
    for (var bit = 0; bit < 8; bit++) number = number & 1 ? (number >>> 1) ^ 0xedb88320 : number >>> 1;
    return number;
  });

  function checksum(bytes) {
    var found = -1;
    for (var place = 0; place < bytes.length; place++) found = table[(found ^ bytes[place]) & 255] ^ (found >>> 8);
    return (found ^ -1) >>> 0;
  }

  /* Whether this browser has the streams that all this rests on. */
  function possible() {
    try {
      return Boolean(new DecompressionStream("deflate-raw") && new CompressionStream("deflate-raw"));
    } catch (error) {
      return false;
    }
  }

  function broken() {
    return new klantarena.Refusal("fill_broken");
  }

  async function through(stream, bytes, most) {
    var writer = stream.writable.getWriter();
    // What goes wrong here comes out at the reader's end too, and is handled there.
    writer.write(bytes).catch(function () {});
    writer.close().catch(function () {});
    var reader = stream.readable.getReader();
    var pieces = [];
    var length = 0;
    for (;;) {
      var piece = await reader.read();
      if (piece.done) break;
      length += piece.value.length;
      if (length > most) {
        reader.cancel().catch(function () {});
        throw broken();
      }
      pieces.push(piece.value);
    }
    return pieces.length === 1 ? pieces[0] : joined(pieces, length);
  }

  function joined(pieces, length) {
    var whole = new Uint8Array(length);
    var at = 0;
    pieces.forEach(function (piece) {
      whole.set(piece, at);
      at += piece.length;
    });
    return whole;
  }

  /* ── Reading ───────────────────────────────────────────────────────────────────────────── */

  function endOf(view) {
    // A comment of at most 65,535 bytes may follow.
    var least = Math.max(0, view.byteLength - 22 - 65535);
    for (var at = view.byteLength - 22; at >= least; at--)
      if (view.getUint32(at, true) === END) return at;
    throw broken();
  }

  /* The entries of a zip file, in its own order, as {name, method, size, checksum, data}. */
  function read(bytes) {
    try {
      return entries(bytes);
    } catch (error) {
      throw error instanceof RangeError ? broken() : error;
    }
  }

  function entries(bytes) {
    var view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    var end = endOf(view);
    var count = view.getUint16(end + 10, true);
    var at = view.getUint32(end + 16, true);
    if (count === 0xffff || at === ELSEWHERE) throw broken();
    var found = [];
    var names = new Set();
    for (var number = 0; number < count; number++) {
      if (view.getUint32(at, true) !== CENTRAL) throw broken();
      if (view.getUint16(at + 8, true) & ENCRYPTED) throw broken();
      var packed = view.getUint32(at + 20, true);
      var nameLength = view.getUint16(at + 28, true);
      var local = view.getUint32(at + 42, true);
      var name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      if (view.getUint32(local, true) !== LOCAL || names.has(name)) throw broken();
      names.add(name);
      var start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      var size = view.getUint32(at + 24, true);
      if (start + packed > end || size === ELSEWHERE) throw broken();
      found.push({
        name: name,
        method: view.getUint16(at + 10, true),
        size: size,
        checksum: view.getUint32(at + 16, true),
        data: bytes.subarray(start, start + packed)
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return found;
  }

  /* What an entry holds; never more than the directory says it does. */
  async function unpacked(entry) {
    var content;
    if (entry.method === STORED) content = entry.data;
    else if (entry.method === DEFLATED)
      content = await through(new DecompressionStream("deflate-raw"), entry.data, entry.size).catch(
        function () {
          throw broken();
        }
      );
    else throw broken();
    if (content.length !== entry.size || checksum(content) !== entry.checksum) throw broken();
    return content;
  }

  /* ── Writing ───────────────────────────────────────────────────────────────────────────── */

  /* A new entry; what is deflated already, as a Word file is, goes in as it is. */
  async function packed(name, content, deflate) {
    return {
      name: name,
      method: deflate ? DEFLATED : STORED,
      size: content.length,
      checksum: checksum(content),
      data: deflate
        ? await through(new CompressionStream("deflate-raw"), content, Infinity)
        : content
    };
  }

  /* One zip file of these entries. */
  function write(list) {
    var pieces = [];
    var directory = [];
    var at = 0;
    list.forEach(function (entry) {
      var name = new TextEncoder().encode(entry.name);
      var local = header(LOCAL, entry, name, 30);
      var central = header(CENTRAL, entry, name, 46);
      new DataView(central.buffer).setUint32(42, at, true);
      directory.push(central);
      pieces.push(local, entry.data);
      at += local.length + entry.data.length;
    });
    var length = directory.reduce(function (sum, central) {
      return sum + central.length;
    }, 0);
    var end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, END, true);
    end.setUint16(8, list.length, true);
    end.setUint16(10, list.length, true);
    end.setUint32(12, length, true);
    end.setUint32(16, at, true);
    return joined(pieces.concat(directory, new Uint8Array(end.buffer)), at + length + 22);
  }

  /* The head of an entry: the same fields in both places, four bytes later in the directory,
     which also says which version of the format it was made by. */
  function header(mark, entry, name, length) {
    var bytes = new Uint8Array(length + name.length);
    var view = new DataView(bytes.buffer);
    var at = mark === CENTRAL ? 6 : 4;
    view.setUint32(0, mark, true);
    if (mark === CENTRAL) view.setUint16(4, 20, true);
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, name.length === entry.name.length ? 0 : UTF8, true);
    view.setUint16(at + 4, entry.method, true);
    view.setUint16(at + 8, FIRST_DAY, true);
    view.setUint32(at + 10, entry.checksum, true);
    view.setUint32(at + 14, entry.data.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, name.length, true);
    bytes.set(name, length);
    return bytes;
  }

  klantarena.zip = { possible: possible, read: read, unpacked: unpacked, packed: packed, write: write };
})((window.klantarena = window.klantarena || {}));
