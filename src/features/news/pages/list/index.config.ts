export default definePageConfig({
  navigationBarTitleText: '工会动态',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
