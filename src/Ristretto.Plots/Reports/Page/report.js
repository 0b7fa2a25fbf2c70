// Niceties only: everything on the page is there and readable without this script.
'use strict';
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const root = document.documentElement;

  const themeButton = document.getElementById('theme');
  const remember = theme => { try { localStorage.setItem('ristretto-theme', theme); } catch { /* no storage for local files in some browsers */ } };
  const remembered = () => { try { return localStorage.getItem('ristretto-theme'); } catch { return null; } };
  if (remembered()) root.dataset.theme = remembered();
  themeButton.hidden = false;
  themeButton.addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    remember(root.dataset.theme);
  });

  const filter = document.getElementById('filter');
  if (filter) {
    const figures = all('figure.plot');
    const count = document.getElementById('count');
    const apply = () => {
      const words = filter.value.toLowerCase().split(/\s+/).filter(word => word);
      let shown = 0;
      for (const figure of figures) {
        const text = figure.dataset.search;
        figure.hidden = !words.every(word => text.includes(word));
        if (!figure.hidden) shown++;
      }
      for (const group of all('details.group')) {
        const found = all('figure.plot:not([hidden])', group).length;
        group.hidden = found === 0;
        if (words.length > 0 && found > 0) group.open = true;
      }
      count.textContent = words.length > 0 ? `${shown} of ${figures.length} plots` : `${figures.length} plots`;
    };
    filter.parentElement.hidden = false;
    filter.addEventListener('input', apply);
    apply();
    document.getElementById('fold').addEventListener('click', () => {
      const groups = all('details.group');
      const open = !groups.some(group => group.open);
      for (const group of groups) group.open = open;
    });
  }

  // The drawing in the page is the file: saving it needs no second copy and works where only index.html was copied.
  for (const link of all('a.svg')) {
    link.addEventListener('click', event => {
      event.preventDefault();
      const drawing = link.closest('figure').querySelector('svg').outerHTML;
      const address = URL.createObjectURL(new Blob([drawing, '\n'], { type: 'image/svg+xml' }));
      const save = document.createElement('a');
      save.href = address;
      save.download = link.getAttribute('download');
      save.click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
    });
  }

  const large = document.createElement('dialog');
  document.body.append(large);
  large.addEventListener('click', () => large.close());
  for (const draw of all('.draw')) {
    draw.addEventListener('click', () => {
      large.replaceChildren(draw.querySelector('svg').cloneNode(true));
      large.showModal();
    });
  }

  addEventListener('beforeprint', () => { for (const part of all('details')) part.open = true; });
})();
