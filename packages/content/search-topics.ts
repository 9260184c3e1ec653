/**
 * What workers type, in groups of equal words, and the entries that answer each. The words go both ways: whoever types
 * the law's word finds what is told in a worker's, too. Ids are of the collections and of `search-pages.ts`; a test
 * holds every one of them to an entry. A star stands for whatever is said in between: `工资*没发` is also 工资两个月没发.
 */
import type { SearchTopic } from '@yugong/domain/search';

const topic = (words: string, ...answers: string[]): SearchTopic => ({ words: words.split(' '), answers });

/** Pay, dismissal, hours, contract, insurance: what brings people to legal aid. */
const work: readonly SearchTopic[] = [
  topic(
    '欠薪 拖欠工资 不发工资 没发工资 发不起工资 欠工资 欠我工资 欠钱不给 拖工资 工资没发 工资不发 工资拖欠 工资没给 不给工资 没给工资 不开工资 讨薪 讨工资 要工资 要工钱 工钱 血汗钱 工资要不到 拿不到工资 拿不到钱 克扣工资 扣工资 扣钱 少发工资 压工资 老板跑路 老板跑了 包工头跑了 包工头 跑单费 尾款 余款 没到账 不认账 分钱没给 分钱*没给 倒闭 破产 结工资 欠款 农民工工资 劳动报酬 被欠工资 工资拖 拖起工资 工程款 年终奖 奖金 提成 结账 结算工资 没结账 欠钱 欠债 发工资 没钱发工资 工资晚发 工资*没发 工资*不发 工资*没给 工资*不给 工资*没结 工资*拖 没发*工资 不发*工资 欠*工资 欠*钱 欠*万 不给*钱 不给*结 拖*工资 老板*跑 扣*块钱 扣了*块 扣*百 扣*元 罚款 罚*块 罚*钱',
    'law-wage-arrears-limit',
    'hotline-12333',
    'page-amounts',
    'page-ask',
  ),
  topic(
    '辞退 被开除 开除 被开了 炒鱿鱼 被炒 解雇 解聘 裁员 被裁 裁人 优化 劝退 不要我了 不让我干了 不让上班 叫我走人 喊我走人 走人 违法解除 解除合同 解除劳动合同 解约 通知解约 终止合同 被辞 赶走 把我开了 开了我 老板开了 赶出来 赶出去 赶*走 不用来了 不用去了 别来了 不准来 不让来 不要*来 叫*滚 把*开了 把*辞 通知*走 被*辞退 被*开除 逼我离职 逼我辞职 合同到期 失业 口头通知 口头*辞 口头*别来 通知*别来 通知*不用来 口头辞退 口头开除',
    'law-unlawful-termination',
    'law-severance-when',
    'page-amounts',
    'law-notice-pay',
  ),
  topic(
    '经济补偿 经济补偿金 补偿金 赔偿金 补偿 赔偿 赔多少 赔好多 赔钱 遣散费 n+1 离职补偿 辞退补偿 赔偿标准 工龄',
    'page-amounts',
    'law-severance-years',
    'law-severance-when',
    'law-unlawful-termination',
  ),
  topic('2n 双倍赔偿 两倍赔偿 违法辞退', 'law-unlawful-termination', 'page-amounts'),
  topic('代通知金 提前通知 提前30天 提前三十天', 'law-notice-pay', 'page-amounts'),
  topic(
    '加班费 加班工资 加班 加班没钱 加班不给钱 加班钱 三倍工资 3倍工资 三薪 节假日工资 节日加班 周末加班 过年加班 国庆加班 春节加班 值班 加夜班 夜班 上夜班 周末上班 周日上班 星期天上班 星期六上班 礼拜天上班 休息日 节假日上班 节上班 过年上班 大年三十 三十上班 初一上班 国庆上班 五一上班 加班*钱 加班*工资 上班*双倍',
    'law-overtime-rates',
    'page-amounts',
    'law-overtime-limit',
    'law-hourly-wage',
  ),
  topic(
    '加班时间 加班上限 36小时 超时加班 加班太多 天天加班 996 单休 工时 工作时间 上班时间太长 一天十二小时 12小时 14个小时 13小时 10小时 十个小时 上*小时班 干*个小时 一天*小时 不休息 没有休息 不放假 没得休息 熬夜 一周*天 一星期*天 一礼拜*天 连上*天 连续*天 连着*天 一个月*没休 一天不休 没有周末 没得周末 天天上班 无休 全年无休 强制加班 逼*加班 不加班*扣 每天*个小时 天天*个小时 每天*小时 站*小时',
    'law-overtime-limit',
    'law-overtime-rates',
  ),
  topic('小时工资 时薪 一小时多少钱 日工资 21.75 计薪', 'law-hourly-wage', 'page-amounts'),
  topic(
    '没签合同 不签合同 没有合同 没合同 未签合同 不签劳动合同 没签劳动合同 书面合同 没得合同 口头约定 口头协议 没有书面 没*合同 不*签合同 不签*合同 双倍工资 二倍工资 两倍工资',
    'law-no-contract-double-wage',
    'page-amounts',
    'law-labour-relation-test',
  ),
  topic('劳动合同 合同 签合同', 'law-no-contract-double-wage', 'law-severance-when'),
  topic('续签 合同没续 到期没续', 'law-renewal-grace-disputed', 'law-severance-when'),
  topic(
    '劳动关系 事实劳动关系 算不算员工 是不是员工 外包 派遣 劳务派遣 劳务合同 合作协议 灵活用工 个体户协议 实习生 实习 兼职 临时工 日结 退休返聘 返聘 保洁 保洁阿姨 钟点工 家政 保姆',
    'law-labour-relation-test',
    'law-no-contract-double-wage',
  ),
  topic(
    '试用期 试用 试用期多久 试岗 试工 实习期 转正 不给转正 延长试用期 试用期太长',
    'right-probation',
    'law-probation-length',
    'law-probation-pay',
  ),
  topic(
    '试用期工资 试用工资 试用期没工资 试用期*工资 试工*钱 试岗*工资 试岗*钱 试用*钱',
    'law-probation-pay',
    'law-probation-length',
  ),
  topic(
    '年休假 年假 带薪休假 带薪年休假 公休 没休年假 年假没休 休假',
    'law-annual-leave-days',
    'law-annual-leave-pay',
    'page-amounts',
  ),
  topic(
    '年假不给 不给年假 不准休年假 不让休年假 不批年假 年假不批 年假作废 年假清零 年假过期 年假没用 年假*折 年假*钱 年假*工资 不给*年假 不让*年假 年假不给*休',
    'law-annual-leave-pay',
    'page-amounts',
    'law-annual-leave-days',
  ),
  topic(
    '几天年假 年假几天 年假多少天 年假*几天 有年假 有没有年假 有*年假 年假怎么算 刚来*年假 新员工年假 半年*年假 满一年*年假',
    'law-annual-leave-days',
    'law-annual-leave-pay',
  ),
  topic('离职年假 年假折算', 'law-annual-leave-leaving', 'law-annual-leave-pay'),
  topic(
    '产假 生孩子 生娃 生娃儿 生小孩 生育 生育假 休产假 坐月子 陪产假 护理假 二胎 三胎 流产 生了 生二胎 生产 流产假',
    'law-maternity-leave',
    'right-maternity',
    'law-pregnancy-protected',
  ),
  topic(
    '陪产假 护理假 育儿假 男方假 爸爸放假 老婆生 陪护假 陪护 老公*假 丈夫*假 爱人*假 男职工*假 男的*假 爸爸*假 老婆*生*假 媳妇生 妻子生 照顾老婆 独生子女护理',
    'right-childcare-leave',
    'right-maternity',
  ),
  topic(
    '产检扣钱 产检*扣 孕检*扣 产检请假 哺乳时间 哺乳假 生育津贴 难产 双胞胎',
    'right-maternity',
    'law-pregnancy-protected',
  ),
  topic(
    '怀孕 孕妇 怀起 怀娃儿 怀孩子 孕期 哺乳 哺乳期 哺乳假 三期 喂奶 怀孕被辞退 怀孕被开除 孕检 产检 产检*请假 孕检*请假',
    'law-pregnancy-protected',
    'law-maternity-leave',
  ),
  topic('女职工 女工 女员工 妇女 女性', 'page-screening', 'law-pregnancy-protected', 'law-maternity-leave'),
  topic(
    '病假 病假工资 请病假 感冒 请假*扣 生病*扣 生病*工资 生病 请假扣钱 看病 住院 病了 病假扣钱 泡病假',
    'right-sick-pay',
    'right-medical-period',
    'hotline-12333',
  ),
  topic(
    '医疗期 长期病假 大病 病假多久 生病被辞退 生病*辞 生病*开除 生病*不要我 癌症*辞 癌症*开除 癌症请假 得病*辞 得病*开除 重病 大病*假 大病*辞 长病假 请长假 长假 病假*开除 病假*辞 住院*辞 住院*开除 病*不要我 休长病假',
    'right-medical-period',
    'right-sick-pay',
    'law-notice-pay',
  ),
  topic('请假 事假 婚假 丧假 探亲假', 'hotline-12333', 'page-ask', 'right-maternity'),
  topic(
    '工伤 受伤 工伤认定 工伤赔偿 上班受伤 干活受伤 摔伤 摔了 砸伤 出事故 职业病 伤残 断手 手被 压了手 断了 摔下来 掉下来 摔倒 摔断 骨折 烫伤 触电 砸到 被砸 砸了 架子 脚手架 猝死 死了 去世 工亡 被机器 车祸 上下班路上 上班路上 工伤待遇 尘肺',
    'law-injury-worker',
    'law-injury-employer',
    'page-clock',
    'page-ask',
  ),
  topic(
    '骑手 外卖 外卖员 外卖小哥 快递员 快递小哥 小哥 快递 送外卖 跑外卖 跑单 网约车 网约车司机 滴滴 美团 饿了么 代驾 平台 职业伤害 职业伤害保障 新就业形态 摔车 撞车 封号 闪送 送餐 跑腿 众包 货拉拉 顺丰 京东 中通 达达 平台扣钱 平台*扣 骑手*摔 外卖*撞 送*摔',
    'law-platform-injury',
    'page-stations',
    'law-labour-relation-test',
  ),
  topic(
    '新职伤 职业伤害 职业伤害保障 一键报案 骑手受伤 外卖受伤 送外卖受伤 跑单受伤 送餐受伤 送餐*摔 平台*保险 骑手保险 网约车受伤 骑手*撞 送货*摔',
    'right-occupational-injury',
    'law-platform-injury',
    'law-injury-worker',
  ),
  topic(
    '骑手休息 司机休息 强制休息 疲劳驾驶 疲劳 小时最低工资 单价太低 单价低 配送费低 派单 抽成 骑手工资 骑手*时薪 跑单*小时 算法',
    'right-rider-rest',
    'law-labour-relation-test',
  ),
  topic('权利 权益 待遇 有什么权利 有哪些权利 规定', 'page-rights', 'page-legal-aid'),
  topic('货车 货车司机 卡车 卡车司机 司机 司机之家 大车', 'page-stations', 'law-platform-injury'),
  topic(
    '社保 社会保险 五险 五险一金 不交社保 没交社保 不买社保 没买社保 买保险 交保险 不交保险 养老保险 医保 不缴社保 社保断缴 自愿放弃社保 社保不交 社保没交 补缴社保 补社保 没*社保 不*社保',
    'law-social-insurance-waiver',
    'law-social-insurance-arrears',
    'hotline-12333',
    'law-social-insurance-register',
    'page-ask',
  ),
  topic('公积金 住房公积金 不交公积金 没交公积金 公积金*不交 公积金*没交', 'law-housing-fund', 'page-ask'),
  topic('总包 转包 分包 挂靠 甲方 发包 承包', 'law-migrant-wages-who-pays', 'law-wage-arrears-limit', 'page-ask'),
  topic(
    '失业金 失业保险 失业保险金 失业补助 领失业金 没工作了 失业了 失业 下岗 低保',
    'law-unemployment-who',
    'right-unemployment',
    'hotline-12333',
  ),
  topic(
    '失业登记 领几个月 失业金多少 失业金领多久 怎么领失业金 失业金怎么领',
    'right-unemployment',
    'law-unemployment-who',
  ),
  topic(
    '退休年龄 延迟退休 多少岁退休 几岁退休 好多岁退休 好久退休 什么时候退休 提前退休 推后退休 弹性退休 退休金 养老金 领养老金 还有几年退休 几时退休 哪年退休 交满*年 缴满*年 交够*年 社保*退休 社保交*年 十五年*退休 15年*退休 缴费年限 养老*年 五十*退休 六十*退休 55*退休 50*退休',
    'right-retirement',
    'hotline-12333',
  ),
  topic('离职证明 离职手续 退工单 退工证明 档案 转社保 解除证明', 'law-leaving-certificate'),
  topic('离职 辞职 不想干了 提离职 自离 被迫离职', 'law-severance-when', 'law-leaving-certificate', 'law-notice-pay'),
  topic(
    '仲裁 劳动仲裁 申请仲裁 仲裁委 仲裁流程 告老板 告公司 告单位 起诉 打官司 官司 仲裁怎么申请',
    'law-venue',
    'page-claim',
    'page-clock',
    'law-application',
  ),
  topic(
    '仲裁费 仲裁收费 仲裁要钱 免费仲裁 打官司要钱 仲裁*钱 仲裁*收费 仲裁*费用 仲裁*花 官司*花 诉讼费 花多少钱仲裁',
    'law-arbitration-free',
  ),
  topic(
    '仲裁多久 裁决时间 多久裁决 多久判 多久出结果 仲裁*多久 仲裁*好久 仲裁*几天 仲裁*多长 仲裁*等 仲裁*拖 好久判 好久出结果 好久裁决 多久开庭 好久开庭 开庭',
    'law-award-time',
    'law-acceptance',
  ),
  topic('不服裁决 不服 上诉 去法院 法院 一裁终局 终局', 'law-sue-after-award', 'law-final-award'),
  topic(
    '仲裁时效 仲裁期限 时效 期限 过期 过期了 过了一年 超过一年 来得及 还剩几天 还有几天 剩几天 倒计时 截止',
    'page-clock',
    'law-arbitration-limit',
    'law-arbitration-limit-restart',
  ),
  topic(
    '申请书 写申请书 仲裁申请书 起诉书 起诉状 诉状 写状子 状子 文书 模板 申请材料',
    'page-claim',
    'law-application',
    'law-application-fields',
  ),
  topic('证据 取证 录音 聊天记录 工资条 考勤 打卡记录 截图 证明材料 收集证据', 'page-evidence', 'law-evidence'),
  topic(
    '法律援助 法援 免费律师 请律师 律师 请不起律师 找律师 没钱*官司 官司没钱 官司*没钱 官司*钱 律师费 没钱打官司 法律咨询 法律问题 咨询律师',
    'law-aid-scope',
    'hotline-12348',
    'law-aid-no-means-check',
    'page-ask',
  ),
  topic(
    '劳动监察 举报 投诉 举报公司 投诉公司 举报老板 监察大队 劳动局 人社局 告状 反映',
    'law-inspection-days',
    'page-ask',
    'hotline-12351',
  ),
  topic(
    '一函两书 提示函 意见书 建议书 监督 请工会查 请工会查一查 工会来查 查一查 查单位 查公司 匿名举报 提供线索 线索 检查单位',
    'right-union-letters',
    'law-union-letters',
    'case-jiangbei-letters',
  ),
  topic('社保电话 人社 人社局电话 社保局 社保热线 12333', 'hotline-12333'),
  topic('公共法律服务 法律热线 法律电话 12348', 'hotline-12348'),
  topic(
    '工会电话 工会热线 热线 电话 打电话 人工 客服 人工客服 联系工会 联系方式 联系电话 12351 真人 找人 找人帮忙',
    'hotline-12351',
    'page-ask',
  ),
  topic(
    '意见 建议 提意见 提建议 我要投诉 怎么投诉 在哪投诉 我有意见 意见箱 投诉建议 程序不好用 打不开 回电 请回电 回电话',
    'page-feedback',
    'hotline-12351',
  ),
  topic('根治欠薪 欠薪平台 欠薪投诉 欠薪线索 网上投诉', 'law-wage-arrears-limit', 'hotline-12333'),
  topic('加入工会 入会 会员 工会会员 工会卡 办卡 会费', 'hotline-12351', 'page-ask', 'law-union-negotiates'),
  topic(
    '求助 帮忙 帮帮我 救命 找工会 请工会帮忙 请工会 工会帮忙 困难 困难补助 帮扶 补助 救助 困难职工 家里困难 慰问',
    'page-ask',
    'hotline-12351',
  ),
  topic(
    '维权 劳动纠纷 劳动争议 纠纷 被欺负 欺负 遭欺负 遭骗 被骗 中介 黑中介 押金 霸王条款 骂人 打人',
    'page-legal-aid',
    'page-interview',
    'page-ask',
  ),
  topic('骚扰 性骚扰 动手动脚 摸我 开黄腔', 'page-legal-aid', 'law-workplace-harassment', 'page-ask'),
  topic('调解 调解室 法律之家 仲裁院 法律服务机构', 'place-yubei-union-legal-rooms', 'page-legal-aid'),
  topic('工会 工会干什么 工会管什么 工会有什么用 工会交涉', 'law-union-negotiates', 'page-ask', 'hotline-12351'),
  topic('计算 计算器 算一算 算钱 算工资 算补偿 算赔偿 算加班费 算账 金额', 'page-amounts', 'law-hourly-wage'),
  topic('一步步问 发生了什么 不知道怎么办 不晓得怎么办 不懂 从哪开始', 'page-interview', 'page-legal-aid'),
  topic('步骤 流程 怎么维权 先做什么 该怎么办', 'page-route', 'page-interview'),
  topic('工资 薪水 薪资 发薪', 'law-wage-arrears-limit', 'page-amounts', 'law-hourly-wage'),
  topic('最低工资 最低工资标准 底薪', 'law-probation-pay', 'hotline-12333'),
  topic(
    '调岗 降薪 降工资 降我工资 降*工资 减薪 搬迁 搬厂 换岗 搬到外地 公司*搬 厂*搬 搬*远 调*外地 外派',
    'law-severance-when',
    'page-ask',
    'law-pregnancy-protected',
  ),
];

/** A place to rest, and what there is in it. */
const stations: readonly SearchTopic[] = [
  topic(
    '驿站 工会驿站 劳动者港湾 港湾 渝工港湾 户外劳动者服务站 服务站 爱心驿站 暖心驿站 歇脚 歇脚点 歇一哈 歇气 休息 休息室 睡午觉 午休 坐一下 沙发 落脚 歇凉 环卫 环卫工 环卫工人 扫地 坐坐 地方坐 坐一哈 歇脚的地方 哪里*坐',
    'page-stations',
  ),
  topic(
    '充电 手机充电 没电了 手机没电 充手机 充电宝 充电桩 插座 充电器',
    'page-stations',
    'station-shapingba-zhanxilu',
    'station-nanan-gaofengsi',
  ),
  topic('换电 换电柜 电瓶车 电动车 电瓶车充电 电动车充电 停电动车', 'page-stations'),
  topic('热水 开水 接水 喝水 饮水 饮水机 水 口渴 喝口水 接开水 打水 凉白开', 'page-stations'),
  topic('厕所 卫生间 洗手间 公厕 上厕所 方便一下 茅厕 茅斯 茅房 尿急 wc', 'page-stations', 'station-nanan-gaofengsi'),
  topic('热饭 微波炉 加热 吃饭 中午吃饭 热个饭', 'page-stations', 'station-shapingba-zhanxilu'),
  topic('空调 凉快 避暑 乘凉 纳凉 纳凉点 防空洞 太热 热死了', 'page-stations', 'station-liangjiang-dalongshan'),
  topic('wifi 无线网 上网 网络', 'page-stations'),
  topic('急救箱 创可贴 药 急救 量血压 血压 aed 除颤仪', 'page-stations'),
  topic('雨伞 借伞 躲雨 下雨 躲*雨 暴雨 避雨 下大雨 落雨', 'page-stations', 'station-dianjiang-guixi-guangchang'),
  topic('冰箱 洗澡 洗手 洗脸 淋浴 洗衣 针线 针线包 电视 图书 看书', 'page-stations'),
  topic(
    '24小时 二十四小时 通宵 晚上开 半夜 夜里 全天',
    'page-stations',
    'stat-wansheng-smart',
    'station-jiulongpo-youdian-zhilu',
  ),
  topic('驿站反馈 驿站关门 驿站没开 驿站坏了 关门了 没开门 坏了 报错 纠错 反馈', 'page-reports', 'page-stations'),
  topic('邮爱驿站 邮政 邮局', 'stat-chongqing-postal', 'page-stations', 'news-2024-05-postal-stations'),
];

/** Screening of breast and cervix. */
const screening: readonly SearchTopic[] = [
  topic(
    '两癌 两癌筛查 二癌 2癌 乳腺癌 宫颈癌 乳腺 宫颈 妇科 妇科检查 妇检 免费体检 女工体检 体检 筛查 子宫 胸部 乳房 癌症筛查 防癌',
    'page-screening',
    'page-screening-check',
    'page-screening-days',
  ),
  topic('hpv 人乳头瘤 tct', 'guide-results', 'page-screening', 'page-screening-after'),
  topic('疼不疼 痛不痛 疼吗 痛 疼 难为情 害羞 男医生', 'guide-does-it-hurt'),
  topic(
    '筛查结果 结果 报告 筛查*结果 两癌*结果 检查*结果 筛查*报告 检查*报告 体检*结果 查出来 阳性 异常 复查 bi-rads 结节 复诊',
    'guide-results',
    'page-screening-after',
  ),
  topic('筛查前 去之前 注意什么 月经 来月经 例假 来例假 大姨妈 经期', 'guide-before-you-go', 'page-screening-days'),
  topic(
    '查什么 查些啥 脱裤子 怎么做检查 妇科检查怎么做 检查项目 要查哪些 筛查项目',
    'guide-what-is-done',
    'page-screening',
  ),
  topic(
    '单位知道 老板知道 保密 隐私泄露 请假去查 筛查*单位 两癌*单位 检查*单位*知 体检*单位*知 筛查*公司 两癌*公司 筛查*老板 两癌*老板 告诉单位 告诉公司 告诉老板 两癌*请假 筛查*请假 筛查*扣',
    'guide-who-knows',
    'page-privacy',
  ),
  topic('筛查条件 我能查吗 能查吗 多少岁能查 几岁 年龄 户口 符合条件 资格', 'page-screening-check'),
  topic('筛查报名 筛查预约 预约筛查 约筛查 体检预约 体检报名 选择日期 选日期', 'page-screening-days', 'page-screening'),
  topic(
    '医院 妇幼 妇幼保健院 妇幼院 保健院 肿瘤医院',
    'clinic-jiulongpo-maternal-xincheng',
    'clinic-chongqing-cancer-hospital',
  ),
  topic('谣言 误区 真的假的', 'guide-myths'),
];

/** Joining in, reading on, and the app itself. */
const app: readonly SearchTopic[] = [
  topic(
    '活动 工会活动 羽毛球 乒乓球 篮球 篮球赛 足球 打球 比赛 运动会 运动 健身 跑步 唱歌 跳舞 摄影 瑜伽 相亲 联谊 交友 讲座 培训 学习 学技能 技能培训 学电脑 学车 插花 书法 舞蹈 合唱 学技术 技能大赛 夜校 课程 春游 疗养 疗休养 电影 看电影 文艺 演出 亲子 兴趣班',
    'page-events',
    'page-calendar',
  ),
  topic('篮球 篮球赛 篮球比赛', 'event-2024-basketball', 'page-events', 'news-2024-11-14-basketball'),
  topic('摄影 摄影展 照片', 'event-2024-photo-exhibition', 'case-photo-exhibition'),
  topic('看书 读书 职工书屋 书屋 阅读', 'page-events'),
  topic(
    '送清凉 夏送清凉 防暑饮料 绿豆汤 绿豆 藿香正气 藿香正气水 凉茶 清凉饮料 解暑 解暑药 防暑药 防暑用品 发*饮料 发*水',
    'event-summer-cool',
    'page-stations',
  ),
  topic(
    '高温 高温补贴 高温津贴 高温费 降温费 防暑 高温停工 高温天 热天上班 40度 四十度 高温*上班 高温*干活 太热*停工',
    'right-heat',
    'event-summer-cool',
    'page-stations',
  ),
  topic('中暑 晕倒 热晕 热射病', 'right-heat', 'page-stations', 'law-injury-worker'),
  topic(
    '送温暖 过年慰问 春节慰问 走访慰问 慰问',
    'news-2025-01-22-shapingba-visits',
    'page-ask',
    'news-2025-01-22-nanchuan-warm',
  ),
  topic(
    '托育 托儿所 带娃 带娃儿 看娃 幼儿园 托管 爱心托管 暑假托管 寒假 没人带 办托',
    'news-2026-01-16-banan-childcare',
    'news-2025-07-25-zouma-childcare',
    'case-wanzhou-childcare',
  ),
  topic('劳模 劳动模范 工匠', 'case-three-in-one', 'news-2024-03-18-model-workers-cppcc'),
  topic('互助保障 职工互助', 'event-2024-mutual-aid', 'news-2024-11-13-mutual-aid'),
  topic(
    '我的报名 报名记录 报名凭证 凭证 二维码 我报的名 改期 换个时间 改时间 取消报名 取消预约 不去了 候补 我的预约 预约记录 预约',
    'page-mine',
  ),
  topic('报名 怎么报名 在哪报名 我要报名 参加', 'page-events', 'page-screening-days', 'page-mine'),
  topic('我的求助 求助记录 求助进度 进度 回复了没 处理结果', 'page-requests', 'page-mine'),
  topic(
    '我的信息 个人信息 隐私 注销 删除信息 删除账号 删*资料 资料*删 我的资料 删*信息 信息*删 注销账号 导出 退出登录 退出 登录 账号 撤回同意 清除记录 删除搜索 搜索记录 搜索历史',
    'page-privacy',
  ),
  topic(
    '长辈版 老年版 大字版本 字大一点 老年模式 大字版 大字 字太小 字大 调大 字*大 字体 看不清 放大 老人模式 适老',
    'page-elder',
  ),
  topic('收藏 我的收藏 收藏夹 我的', 'page-favourites', 'page-mine'),
  topic(
    '日历 放假 放假安排 调休 节假日 法定节假日 法定假日 假期 农历 节气 国庆放假 五一 春节 国庆 元旦 中秋 端午 清明 放几天',
    'page-calendar',
    'law-public-holidays',
  ),
  topic('订阅日历 日历订阅 加到日历 加日历 手机日历 日程提醒 提醒', 'page-subscribe', 'page-calendar'),
  topic('两江新区 江北区 江北 渝北区 渝北 观音桥', 'district-500157'),
  topic('服务 全部服务 功能 菜单 所有服务', 'page-services'),
  topic('案例 创新案例 经验做法 做法', 'page-cases'),
  topic('动态 工会动态 新闻 资讯 消息 通知', 'page-news'),
  topic('数说工会 数据 统计 数字 多少个驿站 图表', 'page-figures'),
];

export const searchTopics: readonly SearchTopic[] = [...work, ...stations, ...screening, ...app];
