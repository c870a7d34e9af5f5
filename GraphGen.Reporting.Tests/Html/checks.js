// Checks of a page that need a browser. Each lists what is wrong, one line for each trouble.

function describe(element) {
  const name = element.tagName.toLowerCase();
  const style = element.getAttribute('class');
  return `<${name}${element.id ? `#${element.id}` : ''}${style ? `.${style.replaceAll(' ', '.')}` : ''}> "${(element.textContent ?? '').trim().slice(0, 40)}"`;
}

function isVisible(element) {
  return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !element.closest('.unseen, .skip, [hidden]');
}

function openAll() {
  document.querySelectorAll('details').forEach(details => { details.open = true; });
}

// ---- contrast: WCAG 2.2, success criteria 1.4.3 and 1.4.11 ----

function channels(color) {
  const numbers = color.match(/-?[\d.]+(e-?\d+)?/g).map(Number);
  const alpha = numbers.length > 3 ? numbers[3] : 1;
  return color.startsWith('color(') ? [...numbers.slice(0, 3), alpha] : [...numbers.slice(0, 3).map(value => value / 255), alpha];
}

function over(front, back) {
  return [0, 1, 2].map(index => front[index] * front[3] + back[index] * (1 - front[3])).concat(1);
}

function backgroundOf(element) {
  const layers = [];
  for (let current = element; current; current = current.parentElement) {
    const color = channels(getComputedStyle(current).backgroundColor);
    layers.unshift(color);
    if (color[3] === 1) {
      break;
    }
  }
  return layers.reduce((back, front) => over(front, back), [1, 1, 1, 1]);
}

function luminance(color) {
  const [red, green, blue] = color.map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first, second) {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function hasOwnText(element) {
  return [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
}

function textContrast() {
  openAll();
  const texts = [...document.body.querySelectorAll('*')].filter(element => hasOwnText(element) && isVisible(element) && !element.closest('script, style'));
  if (texts.length < 100) {
    return [`only ${texts.length} texts were found`];
  }
  return texts.flatMap(element => {
    const style = getComputedStyle(element);
    const back = backgroundOf(element);
    const front = over(channels(element instanceof SVGElement ? style.fill : style.color), back);
    const ratio = contrast(front, back);
    return ratio >= 4.5 ? [] : [`${ratio.toFixed(2)} ${describe(element)}`];
  });
}

function graphicsContrast() {
  const selector = '.line, .trace, .mark, .base, .guide, .ridge, .ideal, .dots, .best path';
  const drawn = [...document.querySelectorAll(selector)].filter(isVisible);
  const wrong = drawn.flatMap(element => {
    const style = getComputedStyle(element);
    const color = element.matches('.mark') && style.fill !== 'none' ? style.fill : style.stroke;
    const back = backgroundOf(element);
    const [red, green, blue, alpha] = channels(color);
    const ratio = contrast(over([red, green, blue, alpha * Number(style.strokeOpacity)], back), back);
    return ratio >= 3 ? [] : [`${ratio.toFixed(2)} ${describe(element)}`];
  });
  const framed = [...document.querySelectorAll('button, .badge, .node')].filter(isVisible);
  return wrong.concat(framed.flatMap(element => {
    const ratio = contrast(channels(getComputedStyle(element).borderTopColor), backgroundOf(element.parentElement));
    return ratio >= 3 ? [] : [`${ratio.toFixed(2)} border of ${describe(element)}`];
  }));
}

// ---- names and structure ----

function nameOf(element) {
  const by = element.getAttribute('aria-labelledby');
  return (by ? by.split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ') : element.getAttribute('aria-label') ?? '').trim();
}

function names() {
  const wrong = [];
  for (const svg of document.querySelectorAll('svg:not([aria-hidden])')) {
    if (!svg.hasAttribute('role') || nameOf(svg) === '') {
      wrong.push(`no name: ${describe(svg)}`);
    }
  }
  for (const image of document.querySelectorAll('img')) {
    if (!image.alt || !image.complete || image.naturalWidth === 0) {
      wrong.push(`no text, or no picture: ${describe(image)}`);
    }
  }
  for (const control of document.querySelectorAll('button, summary, a[href], progress, iframe, .point, [role=region], nav')) {
    if ((nameOf(control) || control.textContent.trim() || control.title || '') === '') {
      wrong.push(`no label: ${describe(control)}`);
    }
  }
  for (const table of document.querySelectorAll('table')) {
    if (!table.caption && nameOf(table) === '') {
      wrong.push(`no name: ${describe(table)}`);
    }
    for (const heading of table.querySelectorAll('th')) {
      if (!heading.scope) {
        wrong.push(`no scope: ${describe(heading)}`);
      }
    }
  }
  for (const scroller of document.querySelectorAll('.scroll')) {
    if (scroller.tabIndex !== 0 || nameOf(scroller) === '') {
      wrong.push(`not for the keyboard: ${describe(scroller)}`);
    }
  }
  return wrong;
}

function structure() {
  const wrong = [];
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1 || heading.textContent.trim() === '') {
      wrong.push(`h${level} is followed by ${describe(heading)}`);
    }
    level = next;
  }
  for (const [selector, count] of [['h1', 1], ['main', 1], ['nav', 1], ['header', 1], ['footer', 1], ['title', 1]]) {
    if (document.querySelectorAll(selector).length !== count) {
      wrong.push(`${selector} is not there ${count} time(s)`);
    }
  }
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  wrong.push(...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `twice: ${id}`));
  for (const element of document.querySelectorAll('[aria-labelledby], [aria-describedby]')) {
    for (const id of `${element.getAttribute('aria-labelledby') ?? ''} ${element.getAttribute('aria-describedby') ?? ''}`.trim().split(/\s+/)) {
      if (!document.getElementById(id)) {
        wrong.push(`nothing is called ${id}`);
      }
    }
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(link.getAttribute('href').slice(1))) {
      wrong.push(`leads nowhere: ${describe(link)}`);
    }
  }
  if (document.documentElement.lang !== 'en') {
    wrong.push('no language');
  }
  return wrong;
}

// ---- width ----

function overflow() {
  openAll();
  const width = document.documentElement.clientWidth;
  const wrong = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (isVisible(element) && !element.parentElement.closest('.scroll') && (box.right > width + 0.5 || box.left < -0.5)) {
      wrong.push(`from ${box.left} to ${box.right}: ${describe(element)}`);
    }
  }
  return wrong;
}
