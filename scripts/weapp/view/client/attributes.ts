/** Attributes of built-in components as the template gave them; the DOM keeps only words. */
import * as glassEasel from 'glass-easel';
import type { WxDom, WxNode } from './bridge';

type Listener = (dom: WxDom, name: string, value: unknown) => void;
const listeners: Listener[] = [];

export const onAttribute = (listener: Listener): void => void listeners.push(listener);

/**
 * Keeps true values apart from absent ones. glass-easel writes both `true` and `undefined` as an empty
 * attribute; WeChat's components take `undefined` as their default.
 */
export function keepAttributeValues(): void {
  const prototype = glassEasel.Element.prototype as unknown as {
    setAttribute: (this: WxNode, name: string, value: unknown) => void;
  };
  const original = prototype.setAttribute;
  prototype.setAttribute = function (name, value) {
    original.call(this, name, value ?? false);
    const dom = (this as unknown as { getBackendElement: () => WxDom | null }).getBackendElement();
    if (!dom) return;
    // A screen reader takes WeChat's name of it for the browser's own.
    if (name === 'aria-role' && value) dom.setAttribute('role', String(value));
    (dom.__attributes ??= {})[name] = value;
    for (const listener of listeners) listener(dom, name, value);
  };
}

export const attribute = (dom: WxDom, name: string): unknown => dom.__attributes?.[name];
export const isOn = (dom: WxDom, name: string): boolean =>
  attribute(dom, name) === true || attribute(dom, name) === 'true';
export const attributeText = (dom: WxDom, name: string): string => String(attribute(dom, name) ?? '');
