export { drawServices, type ServicesWords } from './drawServices.ts';
export {
  type ServiceOverTime,
  type ServicesMeeting,
  type ServicesOverTime,
  type ServicesVersion,
  type ServiceThen,
  type Side,
  servicesOverTime,
  sides,
} from './servicesOverTime.ts';
