/** Lists of stations as four more clerks keep them, written before the reader was run on them. */
import { REFUSED, type UnseenList } from './unseen-lists';
import { workbook } from './workbook';

export const unseenListsOfAutumn: UnseenList[] = [
  {
    // A bank's list of its branches: hours in two columns by the week, services ticked with √ in columns of their own.
    file: 'tu1.xlsx',
    bytes: workbook([
      {
        name: '网点',
        rows: [
          ['某银行重庆市分行工会驿站（劳动者港湾）一览'],
          ['填报部门：工会办公室', '', '', '', '', '', '', '', '填报日期：2026年9月'],
          [
            '行号',
            '港湾名称',
            '所在区',
            '详细地址',
            '工作日对外时间',
            '周末对外时间',
            '饮水机',
            '微波炉',
            '充电',
            '联系电话',
          ],
          ['001', '较场口支行劳动者港湾', '渝中区', '民权路28号', '9:00-17:00', '9:30-16:00', '√', '', '√', '63730001'],
          ['002', '三峡广场支行劳动者港湾', '沙坪坝区', '小新街1号', '9:00-17:00', '休息', '√', '√', '', '65300002'],
          ['合计', '2个'],
        ],
      },
    ]),
    rows: [
      ['较场口支行劳动者港湾', '渝中区', 'Mo-Fr 09:00-17:00; Sa-Su 09:30-16:00', 2, '63730001'],
      ['三峡广场支行劳动者港湾', '沙坪坝区', 'Mo-Fr 09:00-17:00', 2, '65300002'],
    ],
  },
  {
    // Copied out of a word processor: tabs, full-width digits, a closing whose end is not written.
    file: 'tu2.csv',
    bytes: Buffer.from(
      '垫江县户外劳动者服务站点公示表\n' +
        '序\t站点\t镇街\t位置\t服务时间\t配备设施\t负责单位\t电话\n' +
        '１\t明月山隧道养护站服务点\t周嘉镇\t沪渝高速出口旁\t８：００－２０：００\t空调；热水；急救包\t周嘉镇总工会\t０２３－７４５０００１１\n' +
        '２\t牡丹湖工会驿站\t桂阳街道\t牡丹大道西段公园内\t早上8:30至晚上9:00，周一上午保洁不开\t空调；热水；厕所；书\t桂阳街道总工会\t023-74500012\n',
    ),
    rows: [
      ['明月山隧道养护站服务点', '垫江县', '08:00-20:00', 3, '02374500011'],
      // Until when is Monday morning? That is asked.
      ['牡丹湖工会驿站', '垫江县', REFUSED, 4, '02374500012'],
    ],
  },
  {
    // From a map's export: English names of columns, positions in two columns, hours as the map writes them.
    file: 'tu3.csv',
    bytes: Buffer.from(
      'id,name,district,address,lng,lat,opening_hours,tel\n' +
        'B001,南坪工会驿站,南岸区,江南大道8号负一层,106.5700,29.5300,"Mo-Su 08:00-22:00",023-62800001\n' +
        'B002,弹子石工会驿站,南岸区,卡斯特路2号,106.5900,29.5800,"周一至周日 09:00-21:00",023-62800002\n',
    ),
    rows: [
      ['南坪工会驿站', '南岸区', '08:00-22:00', 0, '02362800001'],
      ['弹子石工会驿站', '南岸区', '09:00-21:00', 0, '02362800002'],
    ],
  },
  {
    // One cell holds street and number, another the half year's hours; 同上 repeats what stands above; 纳凉 and 取暖 are one air conditioner.
    file: 'tu4.xlsx',
    bytes: workbook([
      {
        name: '綦江',
        rows: [
          ['驿站名称', '县区', '地点', '营业时间', '功能', '电话'],
          [
            '古南工会驿站',
            '綦江区',
            '古南街道中山路5号',
            '5月至10月7:00-21:00，11月至次年4月8:00-20:00',
            '饮水、纳凉、取暖',
            '023-48600001',
          ],
          ['文龙工会驿站', '同上', '文龙街道九龙大道9号', '同上', '饮水、充电、应急药箱、雨伞', '48600002'],
        ],
      },
    ]),
    rows: [
      ['古南工会驿站', '綦江区', 'May-Oct 07:00-21:00; Nov-Apr 08:00-20:00', 2, '02348600001'],
      ['文龙工会驿站', '綦江区', 'May-Oct 07:00-21:00; Nov-Apr 08:00-20:00', 4, '48600002'],
    ],
  },
];
