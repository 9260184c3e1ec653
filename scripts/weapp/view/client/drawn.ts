/** What is wrong with text as it is drawn. Runs inside the page, so it uses nothing from outside itself. */

export interface DrawnFaults {
  sideways: string[];
  clipped: string[];
  overlapping: string[];
  covered: string[];
  /** Numbers to ring, dates and words of two characters that stand on more than one line. */
  broken: string[];
}

/** What is tapped in a browser. */
export const TAPPED = 'a, button, input, select';

/** @param targets a selector of what is tapped */
export function drawnFaults(targets: string): DrawnFaults {
  const faults: DrawnFaults = { sideways: [], clipped: [], overlapping: [], covered: [], broken: [] };
  const pages = Array.from(document.querySelectorAll<HTMLElement>('.taro_page')).filter((it) => it.offsetHeight > 0);
  const page = pages[pages.length - 1] ?? document.body;
  // From its beginning, where no bar lies over what stands below it.
  page.scrollTop = 0;
  const say = (element: Element): string =>
    `${element.className}「${(element.textContent ?? '').trim().slice(0, 20)}」`;

  // The page hides what sticks out, so neither the document nor the window would ever scroll sideways.
  if (page.scrollWidth > page.clientWidth) faults.sideways.push(`${page.scrollWidth} > ${page.clientWidth}`);

  const styleOf = new Map<Element, CSSStyleDeclaration>();
  const style = (element: Element): CSSStyleDeclaration => {
    const known = styleOf.get(element) ?? getComputedStyle(element);
    styleOf.set(element, known);
    return known;
  };
  const onTop = (element: Element): boolean => {
    for (let at: Element | null = element; at && at !== page; at = at.parentElement)
      if (['fixed', 'sticky'].includes(style(at).position)) return true;
    return false;
  };

  interface Text {
    element: Element;
    rects: DOMRect[];
    size: number;
    onTop: boolean;
  }
  const texts: Text[] = [];
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element || !walker.currentNode.textContent?.trim() || element.closest('option')) continue;
    // Hidden, or read out and never drawn.
    if (style(element).visibility === 'hidden' || style(element).clipPath === 'inset(50%)') continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const rects = Array.from(range.getClientRects()).filter(({ width, height }) => width > 0 && height > 0);
    const whole = walker.currentNode.textContent.trim();
    const isOne = /^(?:[\d-]{3,}|\d+月|\d+月\d+日起?|至?\d+月?\d*日|[\u4e00-\u9fff]{1,2})$/.test(whole);
    // A word of a sentence, such as one that a search has marked, breaks as sentences do.
    const standsAlone = style(element).display !== 'inline' || element.parentElement?.textContent?.trim() === whole;
    if (isOne && standsAlone && rects.some(({ top }) => top >= (rects[0]?.bottom ?? 0)))
      faults.broken.push(say(element));
    if (rects.length > 0)
      texts.push({ element, rects, size: Number.parseFloat(style(element).fontSize), onTop: onTop(element) });
  }

  for (const { element, rects } of texts) {
    let across = true;
    let down = true;
    for (let at: Element | null = element; at && at !== page; at = at.parentElement) {
      const { overflowX, overflowY } = style(at);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      // What can be scrolled to is not lost.
      if (['auto', 'scroll'].includes(overflowX)) across = false;
      if (['auto', 'scroll'].includes(overflowY)) down = false;
      const box = at.getBoundingClientRect();
      const outside = rects.some(
        (rect) =>
          (across && (rect.left < box.left - 1 || rect.right > box.right + 1)) ||
          // A line's box is taller than its glyphs by a quarter.
          (down && (rect.top < box.top - rect.height / 4 || rect.bottom > box.bottom + rect.height / 4)),
      );
      if (outside) faults.clipped.push(`${say(element)} in ${say(at)}`);
    }
    if (across && rects.some((rect) => rect.left < -1 || rect.right > window.innerWidth + 1))
      faults.clipped.push(`${say(element)} at the screen's edge`);
  }

  const meet = (a: DOMRect, b: DOMRect): { x: number; y: number } => ({
    x: Math.min(a.right, b.right) - Math.max(a.left, b.left),
    y: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  });
  // A line's box is taller than its letters, the more the larger they are: the letters are what may not meet.
  const ink = (rect: DOMRect, size: number): DOMRect => {
    const spare = Math.max(0, rect.height - size);
    return new DOMRect(rect.x, rect.y + spare / 2, rect.width, rect.height - spare);
  };
  texts.forEach((one, at) => {
    for (const other of texts.slice(at + 1)) {
      if (one.element === other.element || one.onTop !== other.onTop) continue;
      const areMet = one.rects.some((a) =>
        other.rects.some((b) => {
          const { x, y } = meet(ink(a, one.size), ink(b, other.size));
          return x > 2 && y > 1;
        }),
      );
      if (areMet) faults.overlapping.push(`${say(one.element)} and ${say(other.element)}`);
    }
  });

  const controls = Array.from(page.querySelectorAll(targets)).filter((control) => {
    const { width, height } = control.getBoundingClientRect();
    // What is as large as the screen closes the sheet that lies over it.
    return width > 0 && (width < window.innerWidth || height < window.innerHeight);
  });
  controls.forEach((one, at) => {
    for (const other of controls.slice(at + 1)) {
      if (one.contains(other) || onTop(one) !== onTop(other)) continue;
      const { x, y } = meet(one.getBoundingClientRect(), other.getBoundingClientRect());
      if (x > 1 && y > 1) faults.overlapping.push(`control ${say(one)} and ${say(other)}`);
    }
  });

  // At the end of the page nothing may stay under the bar that lies over it.
  page.scrollTop = page.scrollHeight;
  const bar = page.querySelector('nav')?.getBoundingClientRect().top ?? window.innerHeight;
  for (const { element, onTop: lies } of texts) {
    if (!lies && element.getBoundingClientRect().bottom > bar + 1) faults.covered.push(say(element));
  }
  page.scrollTop = 0;
  return faults;
}
