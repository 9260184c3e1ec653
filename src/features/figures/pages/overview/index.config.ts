export default definePageConfig({
  navigationBarTitleText: '数说工会',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
