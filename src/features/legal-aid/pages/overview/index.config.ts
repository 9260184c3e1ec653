export default definePageConfig({
  navigationBarTitleText: '维权求助',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
