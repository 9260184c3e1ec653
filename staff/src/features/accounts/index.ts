/** Public API of the accounts feature. */
export { AlertsSection, useStaffAlerts } from './alerts-section';
