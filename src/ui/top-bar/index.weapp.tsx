/** WeChat draws its own navigation bar. */
export function TopBar(_props: { title: string; isHeading?: boolean }) {
  return null;
}
