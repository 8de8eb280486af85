// Search and the switch between light and dark. Works from file://: data comes as scripts.
'use strict';
(() => {
  const root = document.body.dataset.root;
  const html = document.documentElement;

  // Light and dark.
  const isDark = () => html.dataset.theme
    ? html.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  document.querySelector('.theme').addEventListener('click', () => {
    html.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('theme', html.dataset.theme); } catch { /* Not kept, then. */ }
  });

  // Loads a script once.
  const loading = {};
  const load = (file) => loading[file] ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    Object.assign(script, { src: root + file, onload: done, onerror: failed });
    document.head.append(script);
  });
  window.TL_LOAD = load;

  // The index.
  const ROOMS = { m: ['method', 'method'], t: ['type', 'type'], c: ['constructor', 'constructor'], e: ['error', 'error'] };
  let entries = null;
  const open = async () => {
    if (entries) return;
    await load('search-data.js');
    entries = [];
    window.TL_SEARCH.forEach((part, rank) => {
      for (const row of part.rows.split('\n')) {
        if (!row) continue;
        const [kind, name, id = '', page] = row.split('\t');
        const [room, label] = ROOMS[kind];
        entries.push({
          kind, label, name, id, rank,
          lower: name.toLowerCase(),
          wire: id && id.match(/../g).reverse().join(''),
          page: page || `${part.folder}${room}/${name}`,
          part: rank ? part.title : '',
        });
      }
    });
  };

  const ORDER = 'mtce';
  const LIMIT = 60;

  // Ranks an entry: smaller is better, and Infinity is no match.
  const nameCost = (entry, query) => {
    const { lower } = entry;
    const last = lower.slice(lower.lastIndexOf('.') + 1);
    if (lower === query) return 0;
    if (last === query) return 1;
    if (last.startsWith(query)) return 2;
    if (lower.startsWith(query)) return 2.5;
    const at = lower.indexOf(query);
    if (at > 0) return /[A-Z]/.test(entry.name[at]) || /[._]/.test(lower[at - 1]) ? 3 : 4;
    if (query.length < 3) return Infinity;
    let from = -1;
    for (const char of query) {
      from = lower.indexOf(char, from + 1);
      if (from < 0) return Infinity;
    }
    return 8 + lower.length / 100;
  };
  const idCost = (entry, hex) => {
    if (!entry.id) return Infinity;
    if (entry.id === hex) return -2;
    if (entry.wire === hex) return -1;
    if (entry.id.startsWith(hex)) return 5;
    if (hex.length >= 4 && entry.wire.startsWith(hex)) return 6;
    return Infinity;
  };
  const find = (text) => {
    const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const joined = words.join('');
    const hex = joined.replace(/^(#|0x)/, '');
    const isMarked = hex !== joined;
    const isHex = /^[0-9a-f]+$/.test(hex) && (isMarked ? hex.length <= 8 : hex.length >= 4 && hex.length <= 8);
    const error = joined.toUpperCase().replace(/\d+/g, 'X');
    const found = [];
    for (const entry of entries) {
      let cost = isMarked ? Infinity : Math.max(...words.map((word) => nameCost(entry, word)));
      if (isHex) cost = Math.min(cost, idCost(entry, hex));
      if (entry.kind === 'e' && entry.name === error) cost = -1;
      if (cost < Infinity) found.push([cost, entry]);
    }
    found.sort(([left, a], [right, b]) => left - right || a.rank - b.rank
      || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.name.length - b.name.length
      || (a.name < b.name ? -1 : 1));
    const hits = found.slice(0, LIMIT).map(([, entry]) => entry);
    const bytes = joined.replace(/^0x/, '');
    if (bytes.length > 8 && bytes.length % 2 === 0 && /^[0-9a-f]+$/.test(bytes)) {
      const id = bytes.slice(0, 8);
      hits.unshift({ name: `Decode ${bytes.length / 2} bytes`, label: '', href: `decode.html?bytes=${bytes}` });
      hits.push(...entries.filter((entry) => entry.wire === id));
    }
    return hits;
  };

  // The box: a combobox whose options are links.
  const input = document.getElementById('q');
  const list = document.getElementById('hits');
  let hits = [];
  let selected = -1;
  // The text that the hits are for.
  let shown = null;
  const close = () => {
    list.hidden = true;
    shown = null;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const select = (at) => {
    list.children[selected]?.setAttribute('aria-selected', 'false');
    selected = at;
    const option = list.children[at];
    if (!option) return;
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };
  const marked = (name, query) => {
    const span = document.createElement('span');
    const at = query ? name.toLowerCase().indexOf(query) : -1;
    if (at < 0) { span.textContent = name; return span; }
    const bold = document.createElement('b');
    bold.textContent = name.slice(at, at + query.length);
    span.append(name.slice(0, at), bold, name.slice(at + query.length));
    return span;
  };
  const show = () => {
    const query = input.value.trim().toLowerCase();
    shown = entries ? input.value : null;
    hits = entries ? find(input.value) : [];
    list.replaceChildren(...hits.map((hit, at) => {
      const option = document.createElement('li');
      option.id = `hit-${at}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      const id = document.createElement('small');
      id.textContent = hit.id ? `#${hit.id}` : '';
      const kind = document.createElement('small');
      kind.textContent = [hit.part, hit.label].filter(Boolean).join(' ');
      option.append(marked(hit.name, query), id, kind);
      option.addEventListener('mousedown', (event) => { event.preventDefault(); go(hit); });
      return option;
    }));
    if (!hits.length && query && entries) {
      const none = document.createElement('li');
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      none.textContent = 'Nothing has this name.';
      list.append(none);
    }
    list.hidden = !query;
    input.setAttribute('aria-expanded', String(!list.hidden));
    selected = -1;
    if (hits.length) select(0);
  };
  const go = (hit) => { location.href = root + (hit.href || `${hit.page}.html`); };
  // A choice among the hits stays as long as the text does.
  const refresh = () => open().then(() => { if (shown !== input.value) show(); });
  input.addEventListener('focus', () => { open(); if (input.value) refresh(); });
  input.addEventListener('input', refresh);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      event.preventDefault();
      select((selected + step + hits.length) % hits.length);
    } else if (event.key === 'Escape') {
      close();
      input.blur();
    }
  });
  input.form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await refresh();
    if (hits[selected]) go(hits[selected]);
  });
  addEventListener('keydown', (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName);
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });

  // A deep link: index.html?q=sendMessage.
  const query = new URLSearchParams(location.search).get('q');
  if (query) {
    input.value = query;
    input.focus();
    refresh();
  }

  // The box that decodes, on its own page.
  if (document.getElementById('decode')) load('decode.js');
})();
