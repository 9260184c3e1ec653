/** `root.cn.[0].cl` as glass-easel takes a path. The logic layer has its own copy: the two share nothing, as in WeChat. */
export const parsePath = (text: string): (string | number)[] =>
  text
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
