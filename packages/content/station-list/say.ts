/** The words of a station's record, for the report. */
import { readRules } from '@yugong/domain/opening-hours/compile';
import { describeHours } from '@yugong/domain/opening-hours/describe';
import { anyoneLabels, entryLabels, facilityLabels, kindLabels, stationKinds } from '@yugong/domain/station/vocabulary';
import { sayPoint, type Words } from '../lists/say';

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
  anyoneMayEnter: '谁都能进',
  floor: '楼层',
  facilities: '设施',
  phone: '电话',
  verifiedAt: '核实日期',
  verifiedBy: '核实单位',
  note: '备注',
};

const LABELS: Record<string, Record<string, string>> = {
  facilities: facilityLabels,
  entry: entryLabels,
  anyoneMayEnter: anyoneLabels,
  kind: Object.fromEntries(stationKinds.map((kind) => [kind, kindLabels[kind].label])),
};

/** 「周一至周五 9:00–18:00」（Mo-Fr 09:00-18:00）: what a clerk reads, and what is kept. */
function sayHours(written: string): string {
  const read = readRules(written);
  return read.ok ? `${describeHours(read.rules)}（${written}）` : written;
}

export const words: Words = {
  field: (name) => FIELDS[name] ?? name,
  value: (field, value) => {
    if (field === 'openingHours') return sayHours(String(value));
    if (field === 'location') return sayPoint(value);
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.map((one) => LABELS[field]?.[String(one)] ?? String(one)).join('、');
  },
};
