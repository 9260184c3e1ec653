/** The columns of a list of places that help with the law, as a clerk heads them. The template is made of them. */
import type { Heading } from '../lists/columns';
import { legalPlaceKinds } from '@yugong/domain/legal-aid';

/** A column's own name; what a fault calls its field. */
export type PlaceField =
  | 'id'
  | 'name'
  | 'kind'
  | 'district'
  | 'place'
  | 'address'
  | 'hours'
  | 'services'
  | 'phone'
  | 'lng'
  | 'lat'
  | 'datum'
  | 'verifiedBy'
  | 'verifiedOn'
  | 'note';

/** The kinds as they are written. */
export const KINDS = Object.values(legalPlaceKinds).join('；');

export const placeHeadings: readonly Heading<PlaceField>[] = [
  {
    field: 'name',
    heading: '名称',
    also: ['name', 'title', '机构名称', '单位名称', '站点名称'],
    isRequired: true,
    help: '牌子上的全名',
  },
  {
    field: 'kind',
    heading: '类型',
    also: ['kind', 'type', '类别'],
    isRequired: true,
    help: `这几样里的一样：${KINDS}`,
  },
  {
    field: 'district',
    heading: '区县',
    also: ['district', 'adcode', '区县代码', '区划代码', '行政区', '所在区县', '所属区县'],
    isRequired: true,
    help: '例如 渝中区，或六位区划代码 500103',
  },
  { field: 'place', heading: '在哪里面', also: ['place', '位置', '所在地点'], help: '例如 区职工服务中心二楼' },
  { field: 'address', heading: '地址', also: ['address', '详细地址', '门牌'], help: '写到门牌' },
  {
    field: 'hours',
    heading: '什么时候有人',
    also: ['hours', 'opening_hours', '开放时间', '服务时间', '接待时间', '办公时间'],
    help: '照实写，例如 周二、周四 14:00-17:00；不知道就空着',
  },
  {
    field: 'services',
    heading: '能办什么',
    also: ['services', '服务内容', '服务项目', '业务'],
    help: '用顿号隔开，例如 法律咨询、代写申请书、调解',
  },
  {
    field: 'phone',
    heading: '电话',
    also: ['phone', 'tel', '联系电话', '咨询电话'],
    help: '会公开给大家看，写单位电话，例如 023-12345678',
  },
  { field: 'lng', heading: '经度', also: ['lng', 'lon', 'longitude', 'x'], help: '和纬度、坐标系一起写，没有就都空着' },
  { field: 'lat', heading: '纬度', also: ['lat', 'latitude', 'y'], help: '例如 29.5630' },
  {
    field: 'datum',
    heading: '坐标系',
    also: ['datum', 'crs', '坐标类型'],
    help: 'GCJ02（高德、腾讯、微信）、BD09（百度）或 WGS84（GPS、天地图）',
  },
  {
    field: 'verifiedBy',
    heading: '核实单位',
    also: ['verified_by', 'verifiedby', '核实工会'],
    help: '哪个工会核实的；没有核实就空着',
  },
  {
    field: 'verifiedOn',
    heading: '核实日期',
    also: ['verified_date', 'verified_on', 'verified', '核实时间'],
    help: '例如 2026-11-01',
  },
  {
    field: 'note',
    heading: '备注',
    also: ['note', 'notes', 'remark', '说明'],
    help: '别的要告诉来的人的话，例如 先打电话约',
  },
  {
    field: 'id',
    heading: '编号',
    also: ['id', '资料编号'],
    isExact: true,
    help: '改已有的地方时写资料里的编号；新的空着',
  },
];

/** A column that clerks have and the template doesn't. */
export type PlaceReadField = PlaceField | 'position';

export const readPlaceHeadings: readonly Heading<PlaceReadField>[] = [
  ...placeHeadings,
  {
    field: 'position',
    heading: '坐标',
    also: ['经纬度', '经纬度坐标', '位置坐标', 'gps坐标'],
    help: '例如 106.5516,29.5630',
  },
];

/** Invented, and says so; the import passes it over. */
export const placeExample: Partial<Record<PlaceField, string>> = {
  name: '（示例，填之前删掉这一行）',
  kind: legalPlaceKinds.union,
  district: '渝中区',
  place: '区职工服务中心二楼',
  address: '某某路 1 号',
  hours: '周二、周四 14:00-17:00',
  services: '法律咨询、代写申请书、调解',
  datum: 'GCJ02',
};
