import { entryWays, facilities, facilitiesOf, maskOf } from '@yugong/domain/station';
import { indexOf, station } from './support';

describe('packed stations', () => {
  it('come out as they went in', () => {
    const whole = station({
      title: '有全部信息的驿站',
      aliases: ['别名甲', '别名乙'],
      kind: 'cooling_point',
      precision: 'area',
      districtThen: '万盛经开区',
      street: '某街道',
      address: '某路 1 号',
      location: { lng: 106.55123, lat: 29.56321 },
      openingHours: 'Mo-Fr 09:00-18:00; PH off',
      hoursNote: '说明',
      entry: [...entryWays],
      access: '扫码',
      anyoneMayEnter: 'no',
      floor: '负一楼电梯旁',
      facilities: [...facilities],
      phone: '023-00000000',
      note: '备注',
      verifiedAt: '2026-01-02',
      verifiedBy: '某区总工会',
      demo: true,
      pictures: [{ id: '0'.repeat(64), width: 1280, height: 960, alt: '门口', rights: '某区总工会' }],
      moreSources: [{ title: '又一处' }],
      links: [{ id: 'news-x' }],
    });
    const bare = station({ title: '什么都不知道的驿站', adcode: null, asOf: null });
    const anyone = station({ title: '谁都能进的驿站', anyoneMayEnter: 'yes' });
    const index = indexOf(bare, whole, anyone, ...Array.from({ length: 30 }, () => station({ street: '同一条街' })));
    expect(index.station(whole.id)).toEqual(whole);
    expect(index.station(bare.id)).toEqual(bare);
    expect(index.station(anyone.id)).toEqual(anyone);
    expect(index.station('station-nowhere')).toBeNull();
  });

  it('give each facility back from the bit it is packed as', () => {
    for (const one of facilities) expect(facilitiesOf(maskOf([one]))).toEqual([one]);
  });

  it('refuse a text that breaks the line', () => {
    expect(() => indexOf(station({ title: '两\n行' }))).toThrow('两\n行');
  });
});
