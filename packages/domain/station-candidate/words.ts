/** Candidates of stations, in Chinese. */
import type { CandidateDoubt, CandidateField, GeocodedPrecision, GeocoderProvider } from '.';

export const geocoderLabels: Record<GeocoderProvider, string> = {
  tencent: '腾讯位置服务',
  tianditu: '天地图',
};

export const precisionLabels: Record<GeocodedPrecision, string> = {
  door: '门牌',
  poi: '地点',
  road: '道路',
  area: '街道、村或片区',
  centre: '区县或城市',
  unknown: '精度不详',
};

export const candidateFieldLabels: Record<CandidateField, string> = {
  position: '位置',
  hours: '开放时间',
  facilities: '设施',
  anyoneMayEnter: '谁能进',
  openNow: '当时是否开放',
};

/** Why a candidate needs a look, or was refused, as a clerk reads it. */
export const doubtLabels: Record<CandidateDoubt, string> = {
  outside: '不在重庆',
  swapped: '经度和纬度反了',
  centre: '只是区县或城市的中心点',
  'other-district': '在别的区县',
  datum: '像是百度坐标，会偏几百米',
  area: '没有精确到门牌或地点',
  unreliable: '地图服务自己也不确定',
  elsewhere: '按坐标查回来是另一个地址，可能同名',
  unconfirmed: '按坐标查不回这个地址，请看一眼地图',
  'far-from-street': '离所在街道太远',
  'far-from-before': '离原来的位置超过 300 米',
  'shared-point': '和另一个地址的驿站在同一个点',
  inaccurate: '手机定位误差大',
};
