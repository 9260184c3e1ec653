/**
 * Chinese that must not come back into what people read, with what to write instead. Each was found by a native reader
 * to stumble over; docs/glossary.md has the terms, this list only the wrong turns.
 */
export interface BannedWord {
  /** What to look for in a string. */
  pattern: RegExp;
  /** What a native writes there. */
  instead: string;
}

export const bannedWords: readonly BannedWord[] = [
  { pattern: /回一声|回音/, instead: '等待确认；暂未收到确认' },
  { pattern: /开不开不清楚/, instead: '开放时间不详' },
  { pattern: /赶不上/, instead: '到达前已关门' },
  { pattern: /到时开着/, instead: '开放中；到达时仍开放' },
  { pattern: /(?<!没有|还没)报上了|没有报上|报没报上/, instead: '报名成功；报名未成功' },
  { pattern: /没[^，。！？]{0,3}(记|放|加|办|取消|复制|报|改)成(?![功为了])/, instead: '……失败；……未成功' },
  { pattern: /没有取到|正在取/, instead: '加载失败；正在加载' },
  { pattern: /前面的 ?(\$|\{)|^(前面的|后面的)$/, instead: '上一页；下一页' },
  { pattern: /说了算/, instead: '以……认定为准；仅供参考，以实际情况为准' },
  { pattern: /让你再去查/, instead: '需要复查' },
  { pattern: /都不要求了/, instead: '清空筛选' },
  { pattern: /再试定位/, instead: '重新定位' },
  { pattern: /带走一份/, instead: '导出我的信息' },
  { pattern: /连不上工会的服务|工会的服务上/, instead: '网络连接失败；服务器上' },
  { pattern: /写上(姓名|手机号|身份证号)|写上发生了什么/, instead: '请填写……' },
  { pattern: /有 ?\S* ?处要改/, instead: '请检查 N 处' },
  { pattern: /读给我听/, instead: '朗读' },
  { pattern: /编出来给人试用/, instead: '测试数据' },
  { pattern: /对方已收到/, instead: '已提交' },
  { pattern: /看来往|来往的话|^来往$|来往你/, instead: '沟通记录' },
  { pattern: /有人接手|等人接手|没人接手/, instead: '已受理，处理中；等待受理' },
  { pattern: /没能存下来/, instead: '内容没有保存' },
  { pattern: /好转给/, instead: '便于转给' },
  { pattern: /从工会那里(全部)?删/, instead: '从服务器删除' },
];
