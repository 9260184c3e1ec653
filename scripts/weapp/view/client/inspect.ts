/** What tests and judges ask of a drawn page. */

const visible = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden';
};

/** The text a reader sees, fields' values and placeholders included. */
export function readText(): string {
  const fields = [...document.querySelectorAll<HTMLInputElement>('.wx-inner')].map(
    (field) => field.value || field.placeholder,
  );
  return [document.body.innerText, ...fields].join('\n');
}

export interface ElementBox {
  id: string;
  tag: string;
  text: string;
  width: number;
  height: number;
  bottom: number;
}

const box = (element: Element): ElementBox => {
  const { width, height, bottom } = element.getBoundingClientRect();
  return {
    id: element.id,
    tag: element.tagName.toLowerCase().replace('wx-', ''),
    text: (element.textContent ?? '').trim().slice(0, 20),
    width,
    height,
    bottom,
  };
};

/** Elements as drawn; one that can't be seen can't be missed either. */
export const boxes = (ids: readonly string[]): ElementBox[] =>
  ids.flatMap((id) => {
    const element = document.getElementById(id);
    return element && visible(element) ? [box(element)] : [];
  });

/** Pictures whose drawn shape isn't their own, by how much. */
export const stretchedImages = (): { src: string; off: number }[] =>
  [...document.querySelectorAll<HTMLElement>('wx-image')].flatMap((element) => {
    const picture = element.querySelector('img');
    const mode = element.getAttribute('mode') ?? 'scaleToFill';
    const { width, height } = element.getBoundingClientRect();
    if (!picture || picture.naturalHeight === 0 || height === 0 || mode !== 'scaleToFill') return [];
    const off = Math.abs(width / height / (picture.naturalWidth / picture.naturalHeight) - 1);
    return off > 0.15 ? [{ src: picture.getAttribute('src') ?? '', off }] : [];
  });

/** Words that lie under the gesture bar once the page is scrolled to its end. */
export function underGestureBar(inset: number): string[] {
  window.scrollTo(0, document.documentElement.scrollHeight);
  const limit = window.innerHeight - inset + 1;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const hidden: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = (node.textContent ?? '').trim();
    if (words === '' || !node.parentElement || !visible(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    if (range.getBoundingClientRect().bottom > limit) hidden.push(words.slice(0, 20));
  }
  window.scrollTo(0, 0);
  return hidden;
}

/** Is the page wider than the screen? A phone zooms out then, so the window's own width says nothing. */
export const overflowsSideways = (): boolean => document.documentElement.scrollWidth > window.screen.width + 1;
