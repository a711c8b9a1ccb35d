// What leads to a part of the frame. `this` is the part, $0 the key that does so alone, $1 the letter that does with Ctrl.
const part = this, alone = $0, control = $1;
const FIELDS = 'input, textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=menu]';
const LAYERS = '[opened]:is(vaadin-dialog, vaadin-confirm-dialog, vaadin-context-menu, vaadin-select, vaadin-combo-box, '
  + 'vaadin-date-picker, vaadin-time-picker, vaadin-popover)';

window.passerelleKeys ??= {
  name: 'passerelle.keys',
  kept: undefined,
  off() {
    try {
      return localStorage.getItem(this.name) === 'off';
    } catch {
      // A browser that stores nothing forgets it with the page.
      return this.kept === 'off';
    }
  },
  turn(off) {
    this.kept = off ? 'off' : 'on';
    try {
      localStorage.setItem(this.name, this.kept);
    } catch {
      // As above.
    }
  }
};

const means = event => {
  const at = event.composedPath()[0];
  if (event.altKey || event.isComposing || !at.closest || document.querySelector(LAYERS)) {
    return false;
  }
  if (event.ctrlKey || event.metaKey) {
    return control !== '' && event.key.toLowerCase() === control && !event.shiftKey;
  }
  return event.key === alone && !event.repeat && !at.closest(FIELDS) && !window.passerelleKeys.off()
    && !document.querySelector('[data-keys]')?.dataset.keys.includes(event.key);
};
const heard = event => {
  if (!part.isConnected) {
    document.removeEventListener('keydown', heard);
  } else if (!event.defaultPrevented && means(event)) {
    event.preventDefault();
    part.dispatchEvent(new Event('frame-key'));
  }
};
document.addEventListener('keydown', heard);
