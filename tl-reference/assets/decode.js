// Decodes bytes by the schemas, and shows what each byte means.
'use strict';
(() => {
  const FIXED = { int128: 16, int256: 32, int512: 64 };
  const VECTOR = 0x1cb5c415;
  const DEPTH = 200;
  const SHOWN = 60;

  class Fault extends Error {
    constructor(message, at) { super(message); this.at = at; }
  }

  // A schema with its combinators by id.
  const indexed = (schema) => {
    const constructors = new Map();
    const methods = new Map();
    const made = schema.types.map(() => []);
    const all = schema.combinators.map(([id, name, isMethod, result, params, fields]) => {
      const it = { id, name, isMethod, result, params, fields, vars: [...params] };
      for (const [field, , , , defines] of fields) if (defines >= 0) it.vars[defines] = field;
      const ids = isMethod ? methods : constructors;
      if (!ids.has(id)) ids.set(id, it);
      if (!isMethod && Array.isArray(result)) made[result[0]].push(it);
      return it;
    });
    return { ...schema, all, constructors, methods, made };
  };

  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const id8 = (id) => id.toString(16).padStart(8, '0');

  // Text as Rust's `{:?}` has it.
  const debug = (text) => {
    const escape = (char) => {
      const known = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' }[char];
      return known ?? `\\u{${char.codePointAt(0).toString(16)}}`;
    };
    const hidden = /[\\"]|\p{Grapheme_Extend}|\p{C}|\p{Zl}|\p{Zp}|(?! )\p{Zs}/gu;
    return `"${text.replace(hidden, escape)}"`;
  };
  const double = (value) => {
    if (Number.isNaN(value)) return 'NaN';
    if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
    if (Object.is(value, -0)) return '-0.0';
    const size = Math.abs(value);
    if (size !== 0 && (size >= 1e16 || size < 1e-4)) return value.toExponential().replace('+', '');
    return Number.isInteger(value) ? `${value}.0` : String(value);
  };
  const float = (value) => {
    for (let digits = 1; digits < 10; digits += 1) {
      const short = Number(value.toPrecision(digits));
      if (Math.fround(short) === value) return double(short);
    }
    return double(value);
  };

  class Decoder {
    constructor(schemas, bytes) {
      Object.assign(this, { schemas, bytes, at: 0, lines: [], depth: 0 });
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }

    take(count) {
      if (this.at + count > this.bytes.length) {
        const left = this.bytes.length - this.at;
        throw new Fault(`the bytes end here: ${count} are expected, ${left} are left`, this.at);
      }
      this.at += count;
      return this.at - count;
    }
    nat() { return this.view.getUint32(this.take(4), true); }
    blob() {
      const from = this.take(4);
      let length = this.bytes[from];
      let start = from + 1;
      if (length === 254) {
        length = this.view.getUint32(from, true) >>> 8;
        start = from + 4;
      } else if (length === 255) {
        throw new Fault('no length begins with 255', from);
      }
      const end = start + length;
      this.at = from;
      this.take(Math.ceil((end - from) / 4) * 4);
      return this.bytes.subarray(start, end);
    }

    line(from, place, value) {
      const { path, ty = '' } = place;
      this.lines.push({ offset: from, end: this.at, path, ty, value, level: this.depth });
    }

    // A value whose id says what it is.
    any(place, tables = ['constructors', 'methods']) {
      const from = this.at;
      const id = this.nat();
      for (const schema of this.schemas) {
        for (const table of tables) {
          const found = schema[table].get(id);
          if (found && !this.predefined(schema, found)) return this.body(schema, found, [], place, from);
        }
      }
      throw new Fault(`#${id8(id)} is in no schema`, from);
    }
    predefined(schema, found) {
      const meaning = !found.isMethod && Array.isArray(found.result) && schema.types[found.result[0]][1];
      return meaning && meaning !== 'Bool' && meaning !== 'Object' && meaning !== 'true';
    }

    body(schema, combinator, vars, place, from) {
      const value = from === null ? `${combinator.name}, bare` : `${combinator.name}#${id8(combinator.id)}`;
      const path = place.path || combinator.name;
      if (this.depth > DEPTH) throw new Fault('the value is too deep', this.at);
      this.line(from ?? this.at, { ...place, path }, value);
      this.depth += 1;
      const env = [...vars];
      for (const [at, field] of combinator.fields.entries()) this.field(schema, combinator, field, at, env, path);
      this.depth -= 1;
    }

    field(schema, combinator, field, at, env, path) {
      const [name, type, mask = -1, bit = 0, defines = -1, bang = 0] = field;
      if (mask >= 0 && !((env[mask] >>> bit) & 1)) return;
      const place = { path: `${path}.${name || at}`, ty: this.spelled(schema, combinator, field) };
      if (bang) { this.any(place, ['methods']); return; }
      if (type === '#') {
        const from = this.at;
        const value = this.nat();
        if (defines >= 0) env[defines] = value;
        this.line(from, place, this.word(combinator, defines, value));
        return;
      }
      this.value(schema, combinator, type, env, place);
    }

    word(combinator, defines, value) {
      const names = [];
      let known = 0;
      const bits = combinator.fields
        .map(([name, , mask = -1, bit = 0], at) => ({ name: name || String(at), mask, bit }))
        .filter(({ mask }) => defines >= 0 && mask === defines)
        .sort((left, right) => left.bit - right.bit);
      for (const { name, bit } of bits) {
        known = (known | (1 << bit)) >>> 0;
        if ((value >>> bit) & 1) names.push(`${bit} ${name}`);
      }
      const unknown = (value & ~known) >>> 0;
      if (known && unknown) names.push(`0x${unknown.toString(16)} without a field`);
      return names.length ? `${value} (${names.join(', ')})` : String(value);
    }

    // A field's type as TL writes it.
    spelled(schema, combinator, [, type, mask = -1, bit = 0, , bang = 0]) {
      const name = (at) => combinator.vars[at] ?? '_';
      const nat = ({ nat: at, plus }) => {
        if (at === undefined) return String(plus);
        return plus ? `(${name(at)}+${plus})` : name(at);
      };
      const spell = (it) => {
        if (typeof it === 'string') return it;
        if (it.var !== undefined) return name(it.var);
        if (it.fields) {
          const fields = it.fields.map((field) => `${field[0] ? `${field[0]}:` : ''}${this.spelled(schema, combinator, field)}`);
          return `${nat(it.times)}*[ ${fields.join(' ')} ]`;
        }
        const [index, isBare, ...args] = it;
        const inner = args.map((arg) => (arg.plus === undefined ? spell(arg) : nat(arg)));
        return this.head(schema, index, isBare) + (args.length ? `<${inner.join(', ')}>` : '');
      };
      return `${mask >= 0 ? `${name(mask)}.${bit}?` : ''}${bang ? '!' : ''}${spell(type)}`;
    }
    head(schema, index, isBare) {
      const [type, , bare] = schema.types[index];
      if (!isBare) return type;
      if (bare) return bare;
      const [only, ...others] = schema.made[index];
      return only && !others.length && only.name !== '_' ? only.name : `%${type}`;
    }

    number(nat, env) { return (nat.nat === undefined ? 0 : env[nat.nat] ?? 0) + nat.plus; }

    value(schema, combinator, type, env, place) {
      if (type === '#') {
        const from = this.at;
        this.line(from, place, String(this.nat()));
      } else if (type.var !== undefined) {
        const bound = env[type.var];
        if (bound?.type === undefined) throw new Fault('the type is not known here', this.at);
        this.value(schema, combinator, bound.type, bound.env, place);
      } else if (type.fields) {
        this.repetition(schema, combinator, type, env, place);
      } else {
        this.applied(schema, combinator, type, env, place);
      }
    }

    repetition(schema, combinator, type, env, place) {
      const count = this.number(type.times, env);
      this.line(this.at, place, `${count} item${count === 1 ? '' : 's'}, counted elsewhere`);
      const [only] = type.fields;
      const isPlain = type.fields.length === 1 && !only[0] && (only[2] ?? -1) < 0;
      this.depth += 1;
      for (let item = 0; item < count; item += 1) {
        const path = `${place.path}[${item}]`;
        if (isPlain) this.value(schema, combinator, only[1], env, { path });
        else for (const [at, field] of type.fields.entries()) this.field(schema, combinator, field, at, env, path);
      }
      this.depth -= 1;
    }

    applied(schema, combinator, type, env, place) {
      const [index, isBare, ...args] = type;
      const meaning = schema.types[index][1];
      if (meaning === 'vector') return this.list(schema, combinator, isBare, args[0], env, place);
      if (meaning === 'Object') return this.any(place);
      if (meaning === 'Function') return this.any(place, ['methods']);
      if (meaning === 'Bool') return this.bool(schema, index, place);
      if (meaning && isBare) return this.scalar(meaning, place);
      const from = isBare ? null : this.at;
      const found = isBare
        ? this.fitting(schema, index, args, env)
        : this.boxed(schema, index, this.nat(), from);
      const vars = [];
      const patterns = Array.isArray(found.result) ? found.result.slice(2) : [];
      patterns.forEach((pattern, at) => {
        const arg = args[at];
        if (pattern.var !== undefined) vars[pattern.var] = { type: arg, env };
        else if (pattern.nat !== undefined) vars[pattern.nat] = this.number(arg, env) - pattern.plus;
      });
      if (meaning) {
        // A boxed predefined type: its id, and the value.
        this.line(from, place, `${found.name}#${id8(found.id)}`);
        return meaning === 'true' ? undefined : this.scalar(meaning, place);
      }
      return this.body(schema, found, vars, place, from);
    }
    fitting(schema, index, args, env) {
      const found = schema.made[index].find(({ result }) => result.slice(2).every((pattern, at) =>
        pattern.plus === undefined || pattern.nat !== undefined || this.number(args[at], env) === pattern.plus));
      if (!found) throw new Fault(`no constructor of ${schema.types[index][0]} fits`, this.at);
      return found;
    }
    boxed(schema, index, id, from) {
      const found = schema.made[index].find((it) => it.id === id);
      if (found) return found;
      const known = this.schemas.map((it) => it.constructors.get(id) ?? it.methods.get(id)).find(Boolean);
      const what = known ? `#${id8(id)}, which is ${known.name}` : `#${id8(id)}, which is in no schema`;
      throw new Fault(`expected a value of ${schema.types[index][0]}, found ${what}`, from);
    }

    list(schema, combinator, isBare, item, env, place) {
      const from = this.at;
      if (!isBare) {
        const id = this.nat();
        if (id !== VECTOR) throw new Fault(`expected a vector, found #${id8(id)}`, from);
      }
      const count = this.nat();
      if (count > this.bytes.length) throw new Fault(`${count} items do not fit in the bytes`, from);
      this.line(from, place, `${count} item${count === 1 ? '' : 's'}${isBare ? ', bare' : ''}`);
      this.depth += 1;
      for (let at = 0; at < count; at += 1) {
        this.value(schema, combinator, item, env, { path: `${place.path}[${at}]` });
      }
      this.depth -= 1;
    }

    bool(schema, index, place) {
      const from = this.at;
      const id = this.nat();
      if (id !== 0x997275b5 && id !== 0xbc799737) throw new Fault(`expected a Bool, found #${id8(id)}`, from);
      this.line(from, place, String(id === 0x997275b5));
    }

    scalar(meaning, place) {
      const from = this.at;
      const value = this.read(meaning);
      this.line(from, place, value);
    }
    read(meaning) {
      const { view } = this;
      switch (meaning) {
        case 'int': return String(view.getInt32(this.take(4), true));
        case 'long': return String(view.getBigInt64(this.take(8), true));
        case 'double': return double(view.getFloat64(this.take(8), true));
        case 'float': return float(view.getFloat32(this.take(4), true));
        case 'true': return 'true';
        case 'string': return this.text();
        case 'bytes': return this.long(this.blob());
        default: {
          const from = this.take(FIXED[meaning]);
          return this.long(this.bytes.subarray(from, this.at));
        }
      }
    }
    text() {
      const from = this.at;
      const bytes = this.blob();
      let text;
      try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        throw new Fault('the text is not UTF-8', from);
      }
      const chars = Array.from(text);
      if (chars.length <= SHOWN) return debug(text);
      return `${debug(chars.slice(0, SHOWN).join(''))}… (${bytes.length} bytes)`;
    }
    long(bytes) {
      if (!bytes.length) return 'no bytes';
      const more = bytes.length > SHOWN / 2 ? `… (${bytes.length} bytes)` : '';
      return hex(bytes.subarray(0, SHOWN / 2)) + more;
    }
  }

  // Decodes bytes into lines, and a fault if they cannot be read to their end.
  const decode = (schemas, bytes) => {
    const decoder = new Decoder(schemas, bytes);
    try {
      while (decoder.at < bytes.length) decoder.any({ path: '' });
      return { lines: decoder.lines, fault: null };
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      return { lines: decoder.lines, fault };
    }
  };

  const bytesOf = (text) => {
    const plain = text.replace(/^\s*0x/i, '').replace(/[\s,:]/g, '');
    if (plain.length % 2 === 0 && /^[0-9a-f]*$/i.test(plain)) {
      return Uint8Array.from(plain.match(/../g) ?? [], (pair) => parseInt(pair, 16));
    }
    try {
      const raw = atob(plain.replace(/-/g, '+').replace(/_/g, '/'));
      return Uint8Array.from(raw, (char) => char.charCodeAt(0));
    } catch {
      return null;
    }
  };

  let schemas = null;
  const ready = async () => {
    await window.TL_LOAD('schema-data.js');
    schemas ??= window.TL_SCHEMAS.map(indexed);
    return schemas;
  };
  // For tests and for the console.
  window.TL_DECODE = async (text) => decode(await ready(), bytesOf(text));

  const box = document.getElementById('bytes');
  const out = document.getElementById('decoded');
  const cell = (tag, text, className = '') => {
    const it = document.createElement(tag);
    it.textContent = text;
    if (className) it.className = className;
    return it;
  };
  const row = (bytes, { offset, end, path, ty, value, level }) => {
    const tr = document.createElement('tr');
    const groups = hex(bytes.subarray(offset, Math.min(end, offset + 16))).replace(/(.{8})(?=.)/g, '$1 ');
    const name = cell('td', '');
    name.style.paddingLeft = `${level * 1.1}em`;
    name.append(cell('code', level ? path.slice(path.lastIndexOf('.') + 1) : path));
    if (ty) name.append(' ', cell('span', ty));
    tr.append(cell('td', String(offset)), cell('td', groups + (end - offset > 16 ? ' …' : '')), name, cell('td', value));
    tr.title = path;
    return tr;
  };
  const show = async () => {
    const text = box.value.trim();
    if (!text) { out.replaceChildren(); return; }
    await ready();
    const bytes = bytesOf(text);
    if (!bytes) { out.replaceChildren(cell('p', 'This is neither hex nor base64.', 'fault')); return; }
    const { lines, fault } = decode(schemas, bytes);
    const table = document.createElement('table');
    table.className = 'bytes';
    const head = document.createElement('thead');
    const titles = document.createElement('tr');
    for (const title of ['Offset', 'Bytes', 'Field', 'Value']) {
      const th = cell('th', title);
      th.scope = 'col';
      titles.append(th);
    }
    head.append(titles);
    const body = document.createElement('tbody');
    body.append(...lines.map((line) => row(bytes, line)));
    table.append(head, body);
    const parts = lines.length ? [table] : [];
    if (fault) parts.push(cell('p', `Byte ${fault.at}: ${fault.message}.`, 'fault'));
    out.replaceChildren(...parts);
  };
  box.addEventListener('input', show);
  const given = new URLSearchParams(location.search).get('bytes');
  if (given) box.value = given;
  show();
})();
