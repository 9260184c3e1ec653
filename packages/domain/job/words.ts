/** Background jobs, in Chinese. */
import type { JobKind, JobWire } from './wire';

export const jobKindLabels: Record<JobKind, string> = {
  'cancel-session': '取消场次和里面的报名',
  'import-sessions': '从表格导入场次',
  'export-roster': '导出名单',
  'import-stations': '从表格导入驿站',
  'export-stations': '导出驿站',
  'geocode-stations': '查驿站坐标',
};

export const jobStateLabels: Record<JobWire['state'], string> = {
  queued: '排队中',
  running: '进行中',
  done: '已完成',
  failed: '失败',
};
