/** The words of a station's record, for the report. */
import { entryLabels, facilityLabels, kindLabels } from '../../domain/station/labels';
import type { Words } from '../lists/say';

const FIELDS: Record<string, string> = {
  title: '名称',
  aliases: '别名',
  kind: '类型',
  adcode: '区县代码',
  districtThen: '当时的区县名',
  street: '街道',
  address: '地址',
  location: '坐标（GCJ-02）',
  openingHours: '开放时间',
  hoursNote: '时间说明',
  entry: '进门方式',
  access: '进门说明',
  facilities: '设施',
  phone: '电话',
  verifiedAt: '核实日期',
  verifiedBy: '核实单位',
  note: '备注',
};

const LABELS: Record<string, Record<string, string>> = { facilities: facilityLabels, entry: entryLabels };

export const words: Words = {
  field: (name) => FIELDS[name] ?? name,
  value: (field, value) => {
    if (field === 'kind') return kindLabels[value as keyof typeof kindLabels].label;
    if (field === 'location') return `${(value as { lng: number }).lng}, ${(value as { lat: number }).lat}`;
    return Array.isArray(value) ? value.map((one: string) => LABELS[field]?.[one] ?? one).join('、') : String(value);
  },
};
