import { handsOverFile, type PhoneCalendarAnswer } from '@/platform/phone-calendar';

/** What became of an entry for the phone's calendar. A browser only hands over a file: whether it was opened nobody knows. */
export const calendarAnswers: Record<PhoneCalendarAnswer, string> = {
  added: handsOverFile ? '日历文件已下载，打开即可添加' : '已添加到手机日历',
  cancelled: '已取消添加',
  denied: '未开启日历权限，可以在设置里打开',
  failed: '添加失败，请自己记下时间',
};
