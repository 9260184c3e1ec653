export default definePageConfig({
  navigationBarTitleText: '两癌筛查',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
