export default definePageConfig({
  navigationBarTitleText: '渝工随行',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
