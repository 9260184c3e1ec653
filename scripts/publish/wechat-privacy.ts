/**
 * What WeChat wants declared in 用户隐私保护指引 before a mini-program may call an interface, and what this app calls it for.
 *
 * The table is WeChat's: developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html (which
 * information goes with which interface). An interface that isn't
 * declared is refused at run time (errno 112), for everybody.
 */

export interface PrivacyInformation {
  /** As WeChat's console calls it. */
  information: string;
  /** Names on `wx`, on `Taro`, of methods, and of `open-type`. */
  interfaces: readonly string[];
}

export const privacyInformation: readonly PrivacyInformation[] = [
  { information: '微信昵称、头像', interfaces: ['getUserInfo', 'getUserProfile', 'chooseAvatar'] },
  {
    information: '位置信息',

    interfaces: [
      'getLocation',
      'getFuzzyLocation',
      'startLocationUpdate',
      'startLocationUpdateBackground',
      'moveToLocation',
    ],
  },
  { information: '选择的位置信息', interfaces: ['choosePoi', 'chooseLocation'] },
  { information: '地址', interfaces: ['chooseAddress'] },
  { information: '发票信息', interfaces: ['chooseInvoiceTitle', 'chooseInvoice'] },
  { information: '微信运动步数', interfaces: ['getWeRunData'] },
  { information: '手机号', interfaces: ['getPhoneNumber', 'getRealtimePhoneNumber'] },
  { information: '车牌号', interfaces: ['chooseLicensePlate'] },
  { information: '选中的照片或视频信息', interfaces: ['chooseImage', 'chooseMedia', 'chooseVideo'] },
  { information: '选中的文件', interfaces: ['chooseMessageFile'] },
  { information: '麦克风', interfaces: ['startRecord', 'getRecorderManager', 'joinVoIPChat'] },
  { information: '摄像头', interfaces: ['createVKSession'] },
  { information: '蓝牙', interfaces: ['openBluetoothAdapter', 'createBLEPeripheralServer'] },
  {
    information: '相册（仅写入）权限',

    interfaces: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
  },
  { information: '通讯录（仅写入）权限', interfaces: ['addPhoneContact'] },
  {
    information: '日历（仅写入）权限',

    interfaces: ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
  },
  { information: '加速传感器', interfaces: ['startAccelerometer', 'onAccelerometerChange'] },
  { information: '磁场传感器', interfaces: ['startCompass', 'onCompassChange'] },
  { information: '方向传感器', interfaces: ['startDeviceMotionListening', 'onDeviceMotionChange'] },
  { information: '陀螺仪传感器', interfaces: ['startGyroscope', 'onGyroscopeChange'] },
  { information: '剪切板', interfaces: ['setClipboardData', 'getClipboardData'] },
];

/** What the app calls each of WeChat's privacy interfaces for, as the guideline says it: 「开发者收集…，用于…」. */
export const interfacePurposes: Readonly<Record<string, string>> = {
  getFuzzyLocation: '查找附近的驿站和医疗机构（只在手机上计算距离，不上传）',
  getPhoneNumber: '报名时填写和验证手机号',
  addPhoneCalendar: '把报名的场次写入手机日历',
  saveImageToPhotosAlbum: '把带日期的报名凭证图片保存到手机相册（只写入）',
  setClipboardData: '复制地址、链接和写好的申请书',
};

/** A kind of personal data that is typed into the app, by its label there, and what for. */
export const typedFields: Readonly<Record<string, string>> = {
  姓名: '报名、求助时填写，到场核对和联系；写申请书时填写；在微信里生成文档时发给服务器，不保存',
  手机号: '报名、求助、投诉建议和请回电时填写，用于联系；写申请书时填写；在微信里生成文档时发给服务器，不保存',
  身份证号: '报名要核对条件的项目时填写；写申请书时填写；在微信里生成文档时发给服务器，不保存',
  出生日期: '写申请书时填写；在微信里生成文档时发给服务器，不保存',
  性别: '写申请书时选择；在微信里生成文档时发给服务器，不保存',
  哪一年出生: '查退休年龄时填写，只在手机上计算，不上传',
  几月出生: '查退休年龄时填写，只在手机上计算，不上传',
  住址: '写申请书时填写；在微信里生成文档时发给服务器，不保存',
  通讯地址: '写申请书时填写；在微信里生成文档时发给服务器，不保存',
  单位地址: '写申请书时填写；在微信里生成文档时发给服务器，不保存',
  单位的通讯地址: '写申请书时填写；在微信里生成文档时发给服务器，不保存',
  单位的电话: '写申请书时填写；在微信里生成文档时发给服务器，不保存',
  法定代表人或负责人的姓名: '写申请书时填写；在微信里生成文档时发给服务器，不保存',
  '证人：姓名和住址，一行一个': '写申请书时填写；在微信里生成文档时发给服务器，不保存',
};

/** Labels of fields that ask for something of a person. */
export const isPersonal = (label: string): boolean =>
  /姓名|手机|电话|身份证|证件|地址|住址|出生|生日|性别|民族|邮箱|微信号|银行|卡号|车牌|照片|签名/.test(label);
