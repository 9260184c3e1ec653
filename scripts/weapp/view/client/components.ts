/**
 * WeChat's built-in components as DOM: `<input>` becomes `<wx-input>` with a real field inside, and so on.
 * Only behaviour that a journey can meet is here; what a page uses beyond it is reported by `unsupported`.
 */
import { attribute, isOn, onAttribute, attributeText } from './attributes';
import { ask, ownerOf, send, type WxDom } from './bridge';
import { fire } from './events';

// A map is an area here: its tiles are WeChat's, and what the app puts on it goes through logic/wx-map.
const PLAIN =
  'view text block scroll-view cover-view cover-image label form radio-group checkbox-group swiper-item movable-area movable-view rich-text map icon progress navigator slot';
const MADE: Record<string, (dom: WxDom) => void> = {
  input: field,
  textarea: field,
  image,
  switch: toggle,
  checkbox: toggle,
  radio: toggle,
  picker,
  slider: field,
  button: () => undefined,
  swiper: () => undefined,
};
const KNOWN = new Set([...PLAIN.split(' '), ...Object.keys(MADE)]);

/** Makes the DOM element of a tag in a template. */
export function createElement(tag: string): HTMLElement {
  if (tag.startsWith('wx-') || tag === 'body') return document.createElement(tag);
  if (!KNOWN.has(tag)) send({ kind: 'error', message: `组件 <${tag}> 在验证环境里还没有行为` });
  const dom: WxDom = document.createElement(`wx-${tag}`);
  MADE[tag]?.(dom);
  return dom;
}

const inner = <T extends HTMLElement>(dom: WxDom, selector: string): T | null =>
  dom.querySelector<T>(`:scope > ${selector}`);

function field(dom: WxDom): void {
  const control = document.createElement(dom.tagName === 'WX-TEXTAREA' ? 'textarea' : 'input');
  control.className = 'wx-inner';
  dom.append(control);
  const value = (): object => ({
    value: control.value,
    cursor: control.selectionStart ?? control.value.length,
    keyCode: 0,
  });
  // glass-easel listens for the DOM's own event of the same name, whose detail is not WeChat's.
  const own = (type: string, listener: (event: Event) => void): void =>
    control.addEventListener(type, (event) => {
      event.stopPropagation();
      listener(event);
    });
  own('input', () => fire(dom, dom.tagName === 'WX-SLIDER' ? 'changing' : 'input', value()));
  own('change', () => dom.tagName === 'WX-SLIDER' && fire(dom, 'change', { value: Number(control.value) }));
  own('focus', () => fire(dom, 'focus', { ...value(), height: 0 }));
  own('blur', () => fire(dom, 'blur', value()));
  own('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Enter' && dom.tagName === 'WX-INPUT')
      fire(dom, 'confirm', value());
  });
}

function image(dom: WxDom): void {
  const picture = document.createElement('img');
  dom.append(picture);
  picture.addEventListener('load', (event) => {
    event.stopPropagation();
    fire(dom, 'load', { width: picture.naturalWidth, height: picture.naturalHeight });
  });
  picture.addEventListener('error', () => {
    send({ kind: 'error', message: `图片打不开：${picture.getAttribute('src')}` });
    fire(dom, 'error', { errMsg: 'GET 404' });
  });
}

function toggle(dom: WxDom): void {
  dom.addEventListener('click', () => {
    if (isOn(dom, 'disabled')) return;
    const group = dom.closest<WxDom>(dom.tagName === 'WX-RADIO' ? 'wx-radio-group' : 'wx-checkbox-group');
    if (dom.tagName === 'WX-RADIO')
      group?.querySelectorAll<WxDom>('wx-radio').forEach((other) => setChecked(other, other === dom));
    else setChecked(dom, !dom.hasAttribute('data-on'));
    if (dom.tagName === 'WX-SWITCH') fire(dom, 'change', { value: dom.hasAttribute('data-on') });
    else if (dom.tagName === 'WX-RADIO' && group) fire(group, 'change', { value: attributeText(dom, 'value') });
    else if (group) fire(group, 'change', { value: checkedIn(group) });
  });
}

const checkedIn = (group: Element): string[] =>
  [...group.querySelectorAll<WxDom>('wx-checkbox[data-on]')].map((box) => attributeText(box, 'value'));
const setChecked = (dom: WxDom, on: boolean): void => void dom.toggleAttribute('data-on', on);

/** A picker shows its choices as a sheet; for dates and times, a native field stands in the sheet. */
function picker(dom: WxDom): void {
  dom.addEventListener('click', () => {
    if (isOn(dom, 'disabled')) return;
    const mode = attributeText(dom, 'mode') || 'selector';
    const sheet = document.createElement('div');
    sheet.className = 'wx-sheet';
    sheet.setAttribute('role', 'dialog');
    const choose = (value: unknown): void => {
      sheet.remove();
      fire(dom, 'change', { value });
    };
    if (mode === 'selector') {
      const key = attributeText(dom, 'range-key');
      const range = attribute(dom, 'range');
      for (const [index, choice] of (Array.isArray(range) ? range : []).entries())
        sheet.append(
          sheetButton(String(typeof choice === 'object' && choice !== null ? choice[key] : choice), () =>
            choose(index),
          ),
        );
    } else {
      const control = Object.assign(document.createElement('input'), {
        type: mode === 'time' ? 'time' : 'date',
        value: attributeText(dom, 'value'),
      });
      sheet.append(
        control,
        sheetButton('确定', () => choose(control.value)),
      );
    }
    sheet.append(sheetButton('取消', () => (sheet.remove(), fire(dom, 'cancel', {}))));
    document.body.append(sheet);
  });
}

function sheetButton(words: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = words;
  button.addEventListener('click', act);
  return button;
}

/** Buttons that WeChat itself answers, and labels that pass a tap on. */
export function watchButtons(): void {
  document.addEventListener('click', (event) => {
    const button = ownerOf(event.target)?.closest<WxDom>('wx-button, wx-navigator');
    if (!button || isOn(button, 'disabled')) return;
    if (button.tagName === 'WX-NAVIGATOR')
      send({
        kind: 'navigate',
        url: attributeText(button, 'url'),
        openType: attributeText(button, 'open-type') || 'navigate',
      });
    if (attributeText(button, 'open-type') === 'share') send({ kind: 'share', target: button.id });
    if (attributeText(button, 'open-type') === 'getPhoneNumber')
      void ask({ kind: 'phone-number' }).then((given) => fire(button, 'getphonenumber', given as object));
    const form = button.closest<WxDom>('wx-form');
    if (form && attributeText(button, 'form-type') === 'submit') fire(form, 'submit', { value: valuesOf(form) });
  });
  // A disabled button takes no tap; glass-easel would make one of the touch.
  const swallow = (event: Event): void => {
    const button = ownerOf(event.target)?.closest<WxDom>('wx-button');
    if (button && isOn(button, 'disabled')) event.stopImmediatePropagation();
  };
  for (const type of ['touchstart', 'mousedown']) window.addEventListener(type, swallow, true);
}

function valuesOf(form: Element): Record<string, unknown> {
  const named = [...form.querySelectorAll<WxDom>('wx-input, wx-textarea, wx-switch, wx-checkbox-group')].filter(
    (dom) => attributeText(dom, 'name') !== '',
  );
  return Object.fromEntries(
    named.map((dom) => [
      attributeText(dom, 'name'),
      inner<HTMLInputElement>(dom, '.wx-inner')?.value ??
        (dom.tagName === 'WX-CHECKBOX-GROUP' ? checkedIn(dom) : dom.hasAttribute('data-on')),
    ]),
  );
}

/** Brings a component's attributes to its inner DOM. */
export function reflectAttributes(): void {
  onAttribute((dom, name, value) => {
    const control = inner<HTMLInputElement>(dom, '.wx-inner');
    if (control) reflectField(control, name, value);
    const picture = inner<HTMLImageElement>(dom, 'img');
    if (picture && name === 'src' && value) picture.src = String(value);
    if (name === 'checked') setChecked(dom, value === true || value === 'true');
  });
}

const INPUT_MODES: Readonly<Record<string, string>> = { number: 'numeric', idcard: 'text', digit: 'decimal' };

function reflectField(control: HTMLInputElement, name: string, value: unknown): void {
  if (name === 'value' && control.value !== String(value ?? '')) control.value = String(value ?? '');
  if (name === 'placeholder') control.placeholder = String(value ?? '');
  if (name === 'maxlength' && Number(value) >= 0) control.maxLength = Number(value);
  if (name === 'disabled') control.disabled = value === true || value === 'true';
  if (name === 'password') control.type = value === true ? 'password' : control.type;
  if (name === 'type' && control instanceof HTMLInputElement) control.inputMode = INPUT_MODES[String(value)] ?? 'text';
  if ((name === 'focus' || name === 'auto-focus') && value === true) setTimeout(() => control.focus());
  if (name.startsWith('aria-') && value !== undefined) control.setAttribute(name, String(value));
}
