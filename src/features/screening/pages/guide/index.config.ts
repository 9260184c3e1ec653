export default definePageConfig({
  navigationBarTitleText: '筛查须知',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
