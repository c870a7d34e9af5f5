'use strict';
(() => {
  const root = document.documentElement;
  const byId = id => document.getElementById(id);

  // While training runs, the page loads itself, as it is by now, into a hidden frame named like this. A page from a file may not look into
  // a frame, but the frame may send what it is.
  const messenger = 'graphgen-report-news';
  if (window.name === messenger && window.parent !== window) {
    window.parent.postMessage({ news: root.outerHTML }, location.protocol === 'file:' ? '*' : location.origin);
    return;
  }

  const tip = byId('tip');
  const age = byId('age');
  const pause = byId('pause');
  const isRunning = () => root.hasAttribute('data-running');

  // ---- values of a chart's points, by pointer and by keyboard ----

  const pointOf = event => event.target instanceof Element ? event.target.closest('.point') : null;
  let shown = null;

  function show(point) {
    shown?.classList.remove('on');
    shown = point;
    tip.hidden = !point;
    if (!point) {
      return;
    }
    point.classList.add('on');
    const [title, values] = point.getAttribute('aria-label').split(/: (.*)/s);
    tip.replaceChildren(...[title, ...values.split(', ')].map((line, index) => {
      const element = document.createElement(index === 0 ? 'strong' : 'span');
      element.textContent = line;
      return element;
    }));
    const guide = point.querySelector('.guide').getBoundingClientRect();
    const width = tip.offsetWidth;
    const left = guide.left + 12 + width < root.clientWidth ? guide.left + 12 : guide.left - 12 - width;
    tip.style.left = `${Math.max(4, left) + window.scrollX}px`;
    tip.style.top = `${guide.top + 8 + window.scrollY}px`;
  }

  document.addEventListener('pointerover', event => show(pointOf(event)));
  document.addEventListener('focusin', event => show(pointOf(event)));
  document.addEventListener('focusout', () => show(null));
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      show(null);
    }
    const point = pointOf(event);
    if (!point || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const next = {
      ArrowLeft: point.previousElementSibling,
      ArrowRight: point.nextElementSibling,
      Home: point.parentElement.firstElementChild,
      End: point.parentElement.lastElementChild,
    }[event.key];
    if (next) {
      // One point of a chart is a stop of the tab key, the arrows move it.
      point.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus({ preventScroll: true });
      event.preventDefault();
    }
  });

  // ---- everything is open on paper ----

  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    closed.forEach(details => { details.open = true; });
  });
  window.addEventListener('afterprint', () => closed.forEach(details => { details.open = false; }));

  // ---- news ----

  // Makes one element like another, touching only what differs: so focus, scroll positions and selections stay, and what was opened stays open.
  function become(element, wanted) {
    for (const { name } of [...element.attributes]) {
      if (!wanted.hasAttribute(name) && name !== 'open') {
        element.removeAttribute(name);
      }
    }
    for (const { name, value } of wanted.attributes) {
      if (element.getAttribute(name) !== value) {
        element.setAttribute(name, value);
      }
    }
    let node = element.firstChild;
    for (const wantedNode of [...wanted.childNodes]) {
      const own = wantedNode.id ? [...element.children].find(child => child.id === wantedNode.id) : null;
      while (own && node !== own) {
        node = removed(node);
      }
      if (!node || (node.id ?? '') !== (wantedNode.id ?? '')) {
        element.insertBefore(wantedNode, node);
      } else {
        const next = node.nextSibling;
        if (node.nodeType === Node.ELEMENT_NODE && node.nodeName === wantedNode.nodeName) {
          if (!node.isEqualNode(wantedNode)) {
            become(node, wantedNode);
          }
        } else {
          node.replaceWith(wantedNode);
        }
        node = next;
      }
    }
    while (node) {
      node = removed(node);
    }
  }

  function removed(node) {
    const next = node.nextSibling;
    node.remove();
    return next;
  }

  // Keeps what is at the top of the window in its place, whatever grows above it: some browsers do so by themselves, and when they like.
  function hold(change) {
    const held = window.scrollY > 0 ? document.elementFromPoint(root.clientWidth / 2, 1)?.closest('[id]') : null;
    const top = held?.getBoundingClientRect().top;
    change();
    if (held?.isConnected) {
      window.scrollBy({ top: held.getBoundingClientRect().top - top, behavior: 'instant' });
    }
  }

  // A page may take longer to load than to become old: only what does not come at all is asked for again.
  const patience = 30000;
  let frame = null;
  let asked = 0;
  let isPaused = false;

  function look() {
    const isWanted = isRunning() && !isPaused && !document.hidden;
    if (isWanted && frame && Date.now() - asked < patience) {
      return;
    }
    frame?.remove();
    frame = null;
    if (!isWanted) {
      return;
    }
    asked = Date.now();
    const address = new URL(location.href);
    address.hash = '';
    address.search = `at=${Date.now()}`;
    frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = 'News of the training';
    frame.name = messenger;
    frame.src = address.href;
    document.body.append(frame);
  }

  window.addEventListener('message', event => {
    if (!frame || event.source !== frame.contentWindow || typeof event.data?.news !== 'string') {
      return;
    }
    const news = new DOMParser().parseFromString(event.data.news, 'text/html');
    const written = news.documentElement.dataset.written;
    frame.remove();
    frame = null;
    if (!written || written === root.dataset.written) {
      return;
    }
    root.dataset.written = written;
    root.toggleAttribute('data-running', news.documentElement.hasAttribute('data-running'));
    document.title = news.title;
    hold(() => {
      become(byId('page'), news.getElementById('page'));
      show(shown?.isConnected ? shown : null);
      tell();
    });
    if (!isRunning()) {
      byId('said').textContent = document.title;
    }
  });

  // ---- how fresh the page is ----

  const refresh = 1000 * Number(root.dataset.refresh);

  function tell() {
    pause.hidden = !isRunning();
    pause.textContent = isPaused ? 'Resume updates' : 'Pause updates';
    if (!isRunning()) {
      return;
    }
    const seconds = Math.max(0, Math.round((Date.now() - Number(root.dataset.written)) / 1000));
    const ago = seconds < 90 ? `${seconds} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
    if (isPaused) {
      age.textContent = `Paused: this is the state of ${ago} ago.`;
    } else if (seconds > Math.max(60, 20 * refresh / 1000)) {
      age.textContent = `No news for ${ago}: the training may have been interrupted.`;
    } else {
      age.textContent = `Updated ${ago} ago.`;
    }
  }

  pause.addEventListener('click', () => {
    isPaused = !isPaused;
    tell();
    look();
  });
  document.addEventListener('visibilitychange', look);
  if (isRunning()) {
    tell();
    setInterval(tell, 1000);
    setInterval(look, Math.max(500, refresh));
  }
})();
