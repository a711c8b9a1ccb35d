// What is said when the session has ended, heard and seen on every screen: $0 the words of the link that signs in again and
// comes back to the same address.
const words = $0;
const buzz = window.passerelleBuzz = () => {
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
new MutationObserver((changes, watch) => {
  const told = document.querySelector('.v-system-error');
  if (told) {
    const link = document.createElement('a');
    watch.disconnect();
    link.textContent = words;
    link.href = location.href;
    link.addEventListener('click', event => {
      event.preventDefault();
      location.reload();
    });
    told.setAttribute('role', 'alertdialog');
    told.setAttribute('aria-label', told.querySelector('.caption')?.textContent ?? words);
    told.append(link);
    buzz();
    // Who is typing goes on: what is typed now is still theirs to copy.
    if (!document.activeElement?.matches('input, textarea')) {
      link.focus();
    }
  }
}).observe(document.body, { childList: true });
