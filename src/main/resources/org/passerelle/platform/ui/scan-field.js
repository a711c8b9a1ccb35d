// What a scan field does in the browser. `this` is the scan field, $0 its text field, $1 where unanswered codes are listed,
// $2 and $3 the words of that list, $4 how long codes are kept until they are answered: NOT, with the
// PAGE, or with the WINDOW.
const place = this, field = $0, list = $1, title = $2, forget = $3, keeps = $4;
const KEPT = 'passerelle.scans', MOST = 200, SILENCE = 5000, FAST = 100, SHORTEST = 4;
const TYPED_INTO = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=combobox], '
  + '[aria-haspopup=listbox], [role=listbox], [role=menu]';
const LAYERS = '[opened]:is(vaadin-dialog, vaadin-confirm-dialog, vaadin-context-menu, vaadin-select, vaadin-combo-box, '
  + 'vaadin-date-picker, vaadin-time-picker, vaadin-popover)';

const stored = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) ?? [];
  } catch {
    return [];
  }
};
const kept = () => [...stored(), ...window.passerelleScans.fleeting];
const keep = scans => {
  // What may tell of a person goes with the page.
  window.passerelleScans.fleeting = scans.filter(scan => scan.fleeting).slice(-MOST);
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(scans.filter(scan => !scan.fleeting).slice(-MOST)));
  } catch {
    // A browser that stores nothing lists nothing after a reload.
  }
};
window.passerelleScans ??= {
  page: Math.random().toString(36).slice(2),
  sent: 0,
  fleeting: [],
  answered(id) {
    const scans = kept(), answered = scans.find(scan => scan.id === id);
    // The same code, lost before and scanned again, has its answer too.
    keep(scans.filter(scan => scan.at !== answered?.at || scan.code !== answered?.code));
    document.dispatchEvent(new Event('passerelle-scan-answered'));
  }
};
const here = location.pathname, page = window.passerelleScans.page;
const unanswered = () => kept().filter(scan => scan.at === here);
const hasEnded = () => document.querySelector('.v-system-error') !== null;

place.buzz = () => {
  try {
    const audio = new AudioContext(), tone = audio.createOscillator(), level = audio.createGain();
    tone.type = 'square';
    tone.frequency.value = 196;
    level.gain.value = 0.15;
    tone.connect(level).connect(audio.destination);
    tone.onended = () => audio.close();
    tone.start();
    tone.stop(audio.currentTime + 0.25);
  } catch {
    // Without sound it is still seen.
  }
};

// Codes without an answer: heard, seen, and listed to be scanned again.

let listing = false, watch, news = 0;

const show = () => {
  const codes = listing ? [...new Set(unanswered().map(scan => scan.code))] : [];
  listing = codes.length > 0;
  list.replaceChildren();
  if (listing) {
    const words = document.createElement('p'), rows = document.createElement('ul');
    const button = document.createElement('vaadin-button');
    words.textContent = title;
    rows.append(...codes.map(code => {
      const row = document.createElement('li');
      row.textContent = code;
      return row;
    }));
    button.textContent = forget;
    button.setAttribute('theme', 'small');
    button.addEventListener('click', () => {
      keep(kept().filter(scan => scan.at !== here));
      show();
      field.focus();
    });
    list.append(words, rows, button);
  }
};
const complain = () => {
  listing = true;
  place.buzz();
  show();
};
const look = () => {
  if (!field.isConnected || unanswered().length === 0) {
    clearInterval(watch);
    watch = undefined;
  } else if (!listing && (hasEnded() || Date.now() - news > SILENCE)) {
    complain();
  }
};
const send = code => {
  const id = page + ++window.passerelleScans.sent;
  if (keeps !== 'NOT') {
    keep([...kept(), { id, page, at: here, code, fleeting: keeps === 'PAGE' }]);
    news = Date.now();
    watch ??= setInterval(look, 1000);
    if (hasEnded()) {
      complain();
    }
  }
  field.dispatchEvent(new CustomEvent('scan-read', { detail: { id, code } }));
};
const whileHere = (target, type, listener) => {
  const heard = event => field.isConnected ? listener(event) : target.removeEventListener(type, heard, true);
  target.addEventListener(type, heard, true);
};
if (keeps !== 'NOT') {
  whileHere(document, 'passerelle-scan-answered', () => {
    news = Date.now();
    show();
  });
  if (unanswered().some(scan => scan.page !== page)) {
    complain();
  }
}

// What is typed into the field. Enter or Tab ends a code, Escape leaves the field; Tab with nothing new typed leaves it too.

let typed = false;
field.addEventListener('input', () => {
  typed = true;
});
field.addEventListener('keydown', event => {
  const code = field.inputElement.value.replace(/[\x00-\x1f\x7f]/g, '').trim();
  if (event.isComposing) {
    return;
  }
  if (event.key === 'Escape') {
    field.inputElement.blur();
  } else if (code !== '' && (event.key === 'Enter' || event.key === 'Tab' && typed && !event.shiftKey)) {
    // Nothing else may take this Enter for its own, and the focus stays.
    event.preventDefault();
    event.stopPropagation();
    typed = false;
    // Selected at once: a fast second code must replace the first, not append to it.
    field.inputElement.select();
    send(code);
  }
});

// What is typed while the focus is nowhere, or on a button, is for the field; keys that mean something else there are not.
// Over a dialog a scanner's Enter presses nothing.

let burst = 0, last = 0, held;
const released = new WeakSet();

// Of the page, or of the frame around it.
const isShortcut = key => place.closest('[data-keys]')?.dataset.keys.includes(key)
  || [...document.querySelectorAll('[data-frame-keys]')].some(part => part.dataset.frameKeys.includes(key));

// A key that means something on the page waits for as long as a scanner needs for its next one: alone, a person pressed it.
const hold = (event, at) => {
  event.preventDefault();
  event.stopImmediatePropagation();
  held = { event, at, timer: setTimeout(() => letGo(), FAST) };
};
const letGo = () => {
  const { event, at, timer } = held, again = new KeyboardEvent(event.type, event);
  clearTimeout(timer);
  held = undefined;
  released.add(again);
  (at.isConnected ? at : document.body).dispatchEvent(again);
};
const takeHeld = () => {
  const input = field.inputElement;
  clearTimeout(held.timer);
  input.setRangeText(held.event.key, input.selectionStart, input.selectionEnd, 'end');
  held = undefined;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
};

whileHere(document, 'keydown', event => {
  const at = event.composedPath()[0];
  if (released.has(event) || !at.closest || event.ctrlKey || event.metaKey || event.altKey || field.disabled
      || field.offsetParent === null) {
    return;
  }
  const follows = held && event.timeStamp - held.event.timeStamp < FAST && event.key.length === 1
    && !at.closest(TYPED_INTO) && !document.querySelector(LAYERS);
  if (held && !follows && event.key !== 'Shift') {
    letGo();
  }
  if (event.key.length !== 1) {
    if ((event.key === 'Enter' || event.key === 'Tab') && burst >= SHORTEST && event.timeStamp - last < FAST) {
      event.preventDefault();
      event.stopImmediatePropagation();
      place.buzz();
    }
    burst = event.key === 'Shift' ? burst : 0;
  } else if (at.closest(TYPED_INTO)) {
    burst = 0;
  } else if (document.querySelector(LAYERS)) {
    burst = event.timeStamp - last < FAST ? burst + 1 : 1;
    last = event.timeStamp;
  } else if (follows) {
    field.focus();
    takeHeld();
  } else if (!window.passerelleKeys?.off() && isShortcut(event.key)) {
    if (!event.repeat) {
      hold(event, at);
    }
  } else if (event.key !== ' ') {
    field.focus();
  }
});
