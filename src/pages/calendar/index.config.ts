export default definePageConfig({
  navigationBarTitleText: '日历',
  enableShareAppMessage: true,
  enablePullDownRefresh: true,
});
