// What the search field does in the browser. `this` is the box, $0 its field, $1 the list of results, $2 the button that
// opens it where there is no room for the field.
const box = this, field = $0, list = $1, opener = $2;
const FAST = 100, SHORTEST = 4, PAUSE = 250;
const TYPED_INTO = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=combobox], '
  + '[role=listbox], [role=menu]';
const DIALOGS = '[opened]:is(vaadin-dialog, vaadin-confirm-dialog)';
let before, timer, asked = false, burst = 0, last = 0;

const text = () => field.value.replace(/[\x00-\x1f\x7f]/g, '').trim();
const options = () => [...list.querySelectorAll('[role=option]')];
const chosen = () => options().find(option => option.getAttribute('aria-selected') === 'true');
const tell = (name, detail) => box.dispatchEvent(new CustomEvent(name, { detail }));
const choose = option => {
  options().forEach(each => each.setAttribute('aria-selected', String(each === option)));
  if (option) {
    field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  } else {
    field.removeAttribute('aria-activedescendant');
  }
};
const close = () => {
  clearTimeout(timer);
  burst = 0;
  box.setAttribute('closed', '');
  box.classList.remove('open', 'refused');
  choose();
  if (asked) {
    asked = false;
    tell('search-left', {});
  }
};
const enter = () => {
  clearTimeout(timer);
  box.removeAttribute('closed');
  // Selected at once: another scan replaces this one.
  field.select();
  asked = true;
  tell('search-entered', { text: text() });
};
const open = () => {
  if (document.activeElement !== field) {
    before = document.activeElement;
  }
  box.classList.add('open');
  field.focus();
  field.select();
};

box.opened = () => {
  field.value = '';
  close();
  before = undefined;
  field.blur();
  addEventListener('vaadin-navigated', () => {
    if (document.activeElement === document.body) {
      document.getElementById('content')?.focus();
    }
  }, { once: true });
};
box.refuse = () => {
  box.classList.add('refused');
  window.passerelleBuzz?.();
};

if (!box.prepared) {
  box.prepared = true;
  box.addEventListener('frame-key', open);
  opener.addEventListener('click', open);
  field.addEventListener('focus', event => {
    before ??= event.relatedTarget;
  });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    box.removeAttribute('closed');
    box.classList.remove('refused');
    choose();
    timer = setTimeout(() => {
      asked = true;
      tell('search-typed', { text: text() });
    }, PAUSE);
  });
  box.addEventListener('focusout', event => {
    if (!box.contains(event.relatedTarget)) {
      before = undefined;
      close();
    }
  });
  // Where no field waits for scans, what a scanner types is looked for: a code opens what bears it, but for a page with fields
  // of its own, which somebody may have half filled in. A person's keys keep their meaning.
  let heard = '', heardAt = 0;
  const hears = event => {
    const at = event.composedPath()[0];
    if (!box.isConnected) {
      document.removeEventListener('keydown', hears, true);
    } else if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !at.closest || at.closest(TYPED_INTO)
        || document.querySelector(DIALOGS) || [...document.querySelectorAll('.scan')].some(scan => scan.offsetParent !== null)) {
      heard = '';
    } else if (event.key.length === 1) {
      heard = event.timeStamp - heardAt < FAST ? heard + event.key : event.key;
      heardAt = event.timeStamp;
    } else if (event.key === 'Enter' && heard.length >= SHORTEST && event.timeStamp - heardAt < FAST) {
      const code = heard, fields = document.querySelector(`#content :is(${TYPED_INTO})`) !== null;
      heard = '';
      event.preventDefault();
      event.stopImmediatePropagation();
      open();
      field.value = code;
      if (fields) {
        asked = true;
        box.removeAttribute('closed');
        tell('search-typed', { text: text() });
      } else {
        enter();
      }
    } else if (event.key !== 'Shift') {
      heard = '';
    }
  };
  document.addEventListener('keydown', hears, true);
  // The focus stays in the field.
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    if (event.target.closest('[role=option]') && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      box.opened();
    }
  });
  field.addEventListener('keydown', event => {
    const fast = event.timeStamp - last < FAST;
    if (event.isComposing) {
      return;
    }
    if (event.key.length === 1) {
      burst = fast ? burst + 1 : 1;
      last = event.timeStamp;
      return;
    }
    const scanned = fast && burst >= SHORTEST;
    if (event.key === 'Enter' || event.key === 'Tab' && scanned && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      if (chosen() && !scanned) {
        chosen().click();
      } else if (text() !== '') {
        enter();
      }
    } else if (event.key === 'Escape') {
      const back = before;
      event.preventDefault();
      event.stopPropagation();
      field.value = '';
      close();
      if (back?.isConnected && back !== document.body) {
        back.focus();
      } else {
        field.blur();
      }
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const all = options(), at = all.indexOf(chosen()), step = event.key === 'ArrowDown' ? 1 : -1;
      event.preventDefault();
      choose(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length]);
    }
    if (event.key !== 'Shift') {
      burst = 0;
    }
  });
}
