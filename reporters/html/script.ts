/** The page's script: filter, copy buttons, links to what the filter hides, print. The page says all it has to say without it. */
export const SCRIPT = `(() => {
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const rows = all('[data-o]');
const targets = all('[data-t]').map((section) => ({ section, rows: all('[data-o]', section), folds: all('details.rest', section) }));
const toolbar = one('.toolbar'), target = one('#target'), owner = one('#owner'), words = one('#words'), number = one('#number');
const texts = new Map();
const textOf = (row) => { if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase()); return texts.get(row); };
const outcome = () => one('input[name=outcome]:checked').value;
const apply = () => {
  const state = outcome(), place = target ? target.value : '', who = owner ? owner.value : '', text = words.value.trim().toLowerCase();
  const active = state || place || who || text;
  let left = 0;
  for (const { section, rows, folds } of targets) {
    const here = !place || section.dataset.t === place;
    let some = 0;
    for (const row of rows) {
      const shows = here && (!state || row.dataset.o === state) && (!who || (row.dataset.w || '').split(' ').includes(who)) && (!text || textOf(row).includes(text));
      row.hidden = !shows;
      if (shows) some += 1;
    }
    left += some;
    section.hidden = active ? !(some || (here && !state && !who && !text)) : false;
    for (const fold of folds) {
      const shows = fold.querySelector('tr[data-o]:not([hidden])');
      fold.hidden = !shows;
      fold.open = Boolean(shows && (state || who || text));
    }
  }
  number.textContent = left + ' of ' + rows.length + ' checks shown';
};
const clear = () => { one('input[name=outcome][value=""]').checked = true; for (const field of [target, owner, words]) if (field) field.value = ''; apply(); };
const reveal = (id) => {
  const goal = id && document.getElementById(id);
  if (!goal) return;
  if (goal.closest('[hidden]')) clear();
  for (let fold = goal.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
};
document.addEventListener('click', ({ target: clicked }) => {
  const link = clicked.closest('a[href^="#"]');
  if (!link) return;
  if (link.dataset.owner && owner) { clear(); owner.value = link.dataset.owner; apply(); }
  else reveal(decodeURIComponent(link.hash.slice(1)));
});
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input[type=search],select,textarea');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); words.focus(); }
  if (event.key === 'Escape' && event.target === words) { words.value = ''; apply(); }
});
const copied = (button, done) => { button.textContent = done ? 'Copied' : 'Press Ctrl+C'; setTimeout(() => { button.textContent = 'Copy'; }, 2000); };
const copy = async (button, code) => {
  try { await navigator.clipboard.writeText(code.textContent); copied(button, true); }
  catch { const range = document.createRange(); range.selectNodeContents(code); getSelection().removeAllRanges(); getSelection().addRange(range); copied(button, document.execCommand('copy')); }
};
for (const block of all('pre.copy')) {
  const button = document.createElement('button');
  button.type = 'button'; button.textContent = 'Copy'; button.setAttribute('aria-label', 'Copy the commands');
  button.addEventListener('click', () => copy(button, block.firstElementChild));
  block.before(button);
}
let folded = [];
addEventListener('beforeprint', () => { folded = all('details:not([open])'); for (const fold of folded) fold.open = true; });
addEventListener('afterprint', () => { for (const fold of folded) fold.open = false; });
toolbar.addEventListener('change', apply);
words.addEventListener('input', apply);
one('#clear').addEventListener('click', clear);
toolbar.hidden = false;
apply();
reveal(decodeURIComponent(location.hash.slice(1)));
document.documentElement.dataset.ready = '1';
})();
`;
