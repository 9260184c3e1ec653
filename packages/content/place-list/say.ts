/** The words of a place's record, for the report. */
import { legalPlaceKinds } from '@yugong/domain/legal-aid';
import { sayPoint, type Words } from '../lists/say';

const FIELDS: Record<string, string> = {
  title: '名称',
  kind: '类型',
  adcode: '区县代码',
  districtThen: '当时的区县名',
  place: '在哪里面',
  address: '地址',
  hours: '什么时候有人',
  services: '能办什么',
  phone: '电话',
  location: '坐标（GCJ-02）',
  verifiedAt: '核实日期',
  verifiedBy: '核实单位',
  note: '备注',
};

const KINDS: Record<string, string> = legalPlaceKinds;

export const placeWords: Words = {
  field: (name) => FIELDS[name] ?? name,
  value: (field, value) => {
    if (field === 'kind') return KINDS[String(value)] ?? String(value);
    if (field === 'location') return sayPoint(value);
    return Array.isArray(value) ? value.join('、') : String(value);
  },
};
