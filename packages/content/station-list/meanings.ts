/** What columns of a list of stations are of, whatever their clerk calls them. */
import { degreesOf, textOf } from '../lists/cells';
import type { ColumnMeaning } from '../lists/meaning';
import { clockIn, facilitiesIn } from './cells';
import type { StationReadField } from './headings';
import { kindOf } from './words';

const even = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
const isBetween = (text: string, from: number, to: number): boolean => {
  const degrees = degreesOf(text);
  return degrees !== null && degrees >= from && degrees <= to;
};
const saysYesOrNo = (text: string): boolean => /^(?:[是否有无开√×✓]|不开|开放|不开放|能|不能)$/.test(text);
const isClock = (text: string, cell: Parameters<typeof clockIn>[0]): boolean =>
  !/\d{4}[-/.年]/.test(text) && clockIn(cell) !== null;

const saysHours = (text: string): boolean =>
  /(?:\d[:点时].*[-~到至].*\d|\d-\d{1,2}[点时]|24(?:小时|h)|全天|朝九晚)/i.test(even(text).replace(/[—–]/g, '-')) &&
  !/\d{4}[-/.年]\d/.test(even(text));

/** Columns of hours on some days or in a part of the day, by what their headings begin with. */
const PARTS = [
  ['hoursWorkdays', '工作日|周一[至到—-]周?五|平日|平时'],
  ['hoursWeekend', '周末|双休日?|周六[、和及]?周?日'],
  ['hoursSaturday', '(?:周|星期)六(?![、和及]?(?:周|星期)?[日天])'],
  ['hoursSunday', '(?:周|星期)[日天]'],
  ['hoursHolidays', '(?:法定)?节假?日'],
  ['hoursMorning', '上午'],
  ['hoursAfternoon', '下午'],
  ['hoursSummer', '夏[季天令]'],
  ['hoursWinter', '冬[季天令]'],
] as const satisfies readonly (readonly [StationReadField, string])[];
const PART_OF_TIME = PARTS.map(([, days]) => `(?:${days})`).join('|');

/** The fields whose columns are known by their words and cells. The others have the names of the template. */
export const meanings: ReadonlyMap<StationReadField, ColumnMeaning> = new Map<StationReadField, ColumnMeaning>([
  [
    'name',
    {
      means:
        /(?:名称?|名字|全称|简称|称呼|铭牌|叫什么(?:名字?)?|叫啥)$|^.{0,6}(?:驿站|港湾|站点|服务站|服务区|服务点|点位|阵地|网点|场所|之家|纳凉点|小屋)$/,
      holds: (text) => /(?:驿站|港湾|之家|服务区|休息区|[站点屋])(?:\([^()]*\))?\d*$/.test(even(text)),
      allows: (text) =>
        /\p{Script=Han}{2}/u.test(text) && !/(?:街道|[镇乡村]|社区|工会|公司|银行|局)$|\d[:：]\d/.test(text),
      isToldByCells: true,
    },
  ],
  ['kind', { means: /(?:类型|类别|种类|性质|属性|哪一?[种类])$/, holds: (text) => kindOf(text) !== null }],
  [
    'district',
    {
      means: /区县|县区|县市区|市区县|行政区|区划|辖区|属地|哪个?(?:区|县)|^(?:county|district)$/,
      holds: (text) => /(?:[区县]|^\d{6}|^[\p{Script=Han}]{2})$/u.test(even(text)) && !/(?:街道|镇|乡)$/.test(text),
    },
  ],
  [
    'street',
    {
      means: /街道|镇街|街镇|乡镇|镇乡|[镇街]$/,
      holds: (text) => /(?:街道|镇|乡)(?:\(.*\))?$/.test(even(text)),
      isToldByCells: true,
    },
  ],
  [
    'address',
    {
      means:
        /[地住站]址|地点|位置|位于|坐落|座落|所在[地处]|驻地|方位|怎么[走找去]|咋走|在哪里?$|门[牌址]|路名|标志|桩号|^addr|location/,
      holds: (text) =>
        /[\p{Script=Han}]{2}/u.test(text) && /[路街道巷弄号楼栋层旁侧口门镇乡村社园场桥站厅内区]/.test(text),
      parts: /^(?:路名|街路|道路|街巷|门牌号?|楼栋|楼号|房号|室号)$/,
    },
  ],
  [
    'hours',
    {
      // 工作日对外时间 says when it is open on some days only: as the hours of all it would be wrong on the others.
      means: new RegExp(
        `^(?!.*(?:${PART_OF_TIME})).*(?:时间|时段|钟点|时刻|几点|开门|开关门|开放|营业|对外|服务时|hours)`,
      ),
      holds: saysHours,
      isToldByCells: true,
    },
  ],
  ...PARTS.map(([field, days]): [StationReadField, ColumnMeaning] => [
    field,
    {
      means: new RegExp(
        `^(?:${days})(?!.*(?:是否|开不开|能否|可否|开放?吗)).*(?:时间|时段|钟点|时刻|几点|开放|营业|对外|服务)`,
      ),
      holds: (text) => saysHours(text) || /休|闭|关|不开|不营业|同上|^无$|^[-/—]$/.test(even(text)),
    },
  ]),
  ['opens', { means: /(?:开门|开始|开放起|几点开|起始)(?:时间|钟点)?$|^open(?:s|ing)?$/, holds: isClock }],
  ['closes', { means: /(?:关门|结束|截止|打烊|几点关|停止)(?:时间|钟点)?$|^clos(?:e|es|ing)$/, holds: isClock }],
  [
    'hoursDays',
    {
      means: /星期几|周几|哪几天|哪些天|开放日|服务日|营业日/,
      holds: (text) => /^(?:周|星期|每[天日周]|工作日|全年|\d{1,2}月)/.test(even(text)) && !/\d[:：点]/.test(text),
    },
  ],
  [
    'closedDays',
    {
      means: /休息日|闭[馆站]日|公休|哪天(?:不开|休息|关门)|不开放?的?(?:日子?|时候)/,
      holds: (text) => /^(?:每?周|星期|节假日|双休日|法定|无)/.test(even(text)),
    },
  ],
  [
    'isOpenOnWeekends',
    { means: /(?:周末|双休|周六).{0,6}(?:开不开|是否|开放?吗|能否|可否)|是否.{0,2}(?:周末|双休)/, holds: saysYesOrNo },
  ],
  ['isRoundTheClock', { means: /24小时|全天候|通宵/, holds: saysYesOrNo }],
  [
    'facilities',
    {
      means:
        /设施|设备|配置|配套|配备|功能|物资|物品|标签|便民|服务(?:内容|项目|清单|事项|$)|(?:能|可)(?:用|办|歇|喝|做|干)|有(?:什么|啥|些什么|哪些)|空调|饮水|勾选|内设|便利|amenit|facilit/,
      holds: (text, cell) => facilitiesIn(cell).facilities !== null && text.length < 200,
      parts: /^(?:基本|可选|其他|其它|特色|增配|补充|更多|附加)(?:配置|设施|设备|配备|服务|服务设施|便民设施)$/,
      isToldByCells: true,
    },
  ],
  [
    'phone',
    {
      means: /电话|热线|号码|手机|座机|联[系络]方[式法]|咨询|请拨|拨打|联络|tel|contact/,
      holds: (text) =>
        /(?:^|\D)(?:1\d{10}|(?:0?\d{2,3})?\d{7,8}|12\d{3}|400\d{7})(?:\D|$)/.test(even(text).replace(/[-—–()]/g, '')),
      isToldByCells: true,
    },
  ],
  ['lng', { means: /经度|东经|^lng|^lon|x$/, holds: (text) => isBetween(text, 105, 110.5) }],
  ['lat', { means: /纬度|北纬|^lat|y$/, holds: (text) => isBetween(text, 28, 32.5) }],
  [
    'position',
    { means: /坐标|经纬|定位|gps|地图/, holds: (text) => /\d{2,3}\.\d+\D+\d{2,3}\.\d+/.test(textOf(text) ?? '') },
  ],
  ['entry', { means: /怎么进|如何进|进[站门入]方式|开门方式|门禁/ }],
  ['floor', { means: /楼层|几楼|哪一?层/ }],
]);
