/** WeChat has a page's script, or fetches its subpackage, before it opens it. */
export function withPageScript(_path: string, goOn: () => void): void {
  goOn();
}
