/** What a check has to say: where, which rule, what is wrong, what to do. */

/** The rules by name, each with what to do when it is broken. The mutation suite knows them by these names. */
export const RULES = {
  // Compile
  'app-json': '改 src/app.config.ts，让页面、图标和路径都对得上 dist/weapp 里的文件',
  'unknown-key': '键名写错了，或者微信不认：照 miniprogram-ci 的 schema 改 src/app.config.ts 或页面的 index.config.ts',
  'missing-file': '补上文件，或者从配置里去掉对它的引用',
  'wxml-syntax': '改生成这个模板的代码（config/ 里的插件或 Taro 版本），再重新构建',
  'wxss-syntax': '改对应的 .scss：微信的 wcsc 不认这种写法',
  'es-version': '让 Babel 处理这个文件：依赖包要加进 config/index.ts 的 mini.compile.include',
  'unresolved-require': '被引用的文件不在包里：检查 import 路径和分包配置',
  'ci-project': '照 miniprogram-ci 的提示改工程配置',
  'ci-quality': '照 miniprogram-ci 的代码质量提示改',
  'ci-compile': '微信的编译器不接受这个文件：照提示改源码',
  // Forbidden
  eval: '小程序里不能执行字符串：换掉用 eval 或 new Function 的代码或依赖',
  intl: '安卓没有 Intl：自己写格式，或在生成内容时算好',
  'abort-controller': '小程序没有 AbortController：用 RequestTask.abort()',
  webcrypto: '小程序没有 WebCrypto：用 wx.getRandomValues',
  'dom-name': '逻辑层没有 DOM：放进 .h5.ts 文件，或者换成 Taro 的接口',
  'unknown-global': '逻辑层没有这个全局变量：换一种写法，或先用 typeof 判断',
  lookbehind: '旧 iOS 不认正则后行断言：改写正则',
  'unknown-api': '微信没有这个接口：查 miniprogram-api-typings 里的名字',
  'newer-api': '比要求的基础库新：先用 wx.canIUse 判断并给出另一条路，或提高 scripts/weapp/baseline.ts 的要求',
  'local-url': 'wxss 里不能引用本地文件：用 data: 网址或 <image>',
  'dropped-aria':
    '微信模板里没有这个无障碍属性：检查 config/index.ts 的 plugins 里有没有 config/aria-plugin.ts，再重新构建',
  // Logic layer
  'js-error': '照出错的文件和堆栈改源码',
  'route-opens': '页面打不开：检查它的 index.tsx 和引用的模块',
  'navigation-failed': '跳转失败：检查地址、页面栈（最多 10 层）和是否 tab 页',
  'request-error': '请求失败：检查地址、合法域名和服务端',
  'storage-limit': '单个键最多 1 MB，合计 10 MB：存得少一些',
  'unmodelled-api': '验证环境还没有这个接口：在 scripts/weapp/logic/ 里补上它的行为',
  'never-settles': '页面一直有定时器或请求在跑：检查循环和轮询',
  // 体验评分
  'setdata-size': '一次 setData 太大：分页，或只传看得见的',
  'setdata-rate': '一秒内 setData 太多次：合并，或节流',
  'node-count': '节点太多：分页，或合并没有意义的层',
  'node-depth': '嵌套太深：去掉没有意义的层',
  'node-children': '一个节点下的子节点太多：分组或分页',
  'no-active': '用 hover-class，不要用 :active',
  'tap-area': '可点的区域要有 44×44：加 min-width、min-height 或 padding',
  'image-ratio': '图片变形了：设 mode，或让宽高比一致',
  overlap: '字或可点的区域叠在一起了：留出间距，或让它换行',
  contrast: '字和底色的对比不够（WCAG 1.4.3）：换成 packages/tokens 里成对的颜色',
  unnamed: '读屏软件读不出它是什么：写上文字，或给 label',
  'safe-area': '底部内容被手势条挡住：留出 env(safe-area-inset-bottom)',
  'deprecated-api': '接口已经废弃：照微信文档换新的',
  'unused-wxss': '没有页面用到的样式超过 2 KB：删掉，或检查类名',
  'icon-without-picture':
    '图标画成了一个方块：在 src/ui/icon/names.ts 里写进画它的分包，页面要引用那一份 generated/*.scss',
  'page-unreachable': '没有任何入口能点到这个页面：加入口，或从 app.config.ts 去掉',
  'dead-tap': '点了没有反应或没有去处：检查地址',
  'see-fails': '页面画不出来：检查模板和组件',
  // Packages
  'package-size': '包太大：按 dist/weapp-report.json 找最大的文件，移到分包或删掉',
  'dataset-twice': '一份数据只能属于一个分包：只在它自己的分包里 import，别处用摘要',
} as const;

export type Rule = keyof typeof RULES;

/** One fault, in words a person can act on. */
export interface Finding {
  /** Relative to the build, or to the repository where it starts with `src/`. */
  file: string;
  rule: Rule;
  message: string;
  fix: string;
}

/** A finding with its rule's own advice, unless there is better. */
export function finding(rule: Rule, file: string, message: string, fix: string = RULES[rule]): Finding {
  return { file, rule, message, fix };
}

/** Each fault once: the same error on fifty pages is one thing to repair. */
export function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ file, rule, message }) => {
    const key = `${rule}\n${file}\n${message}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
